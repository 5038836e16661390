import * as z from 'zod/mini';
import { packShape } from './schema.js';

/** The shape of a pack as JSON Schema (draft 2020-12), for editors; references between parts are checked by `parsePack` alone. */
export const packJsonSchema = (): object => z.toJSONSchema(packShape, { unrepresentable: 'any', io: 'input' });
