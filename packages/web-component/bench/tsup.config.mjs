import { defineConfig } from 'tsup';
import { partBeside, scriptTag } from '../tsup.config.ts';
import { pack } from './journey.mjs';

// The script tag of the journey, built as every other one is, and the part that looks services up.

const built = [scriptTag('ours', pack), partBeside('directory')];
export default defineConfig(built.map((options) => ({ ...options, outDir: 'bench/dist/ours', silent: true })));
