// What the system around a prompt says of the meeting, by whichever way it comes
export type { HostContext, InRecord } from './host-context/host-context.js';
export { readHostContext, type ReadHostContext } from './host-context/read.js';
