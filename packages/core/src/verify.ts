export { verifyPack } from './verify/verify.js';
export type { PackReport, Readability, VerifyOptions } from './verify/report.js';
export { diagram } from './verify/diagram.js';
