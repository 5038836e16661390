// @medplum/core derives a class from WebSocket as it is loaded, which Node 20 has not; nothing here opens one.
const here = globalThis as { WebSocket?: unknown };
here.WebSocket ??= EventTarget;
export {};
