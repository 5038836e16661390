export { memoryDirectory } from '@everycontact/core/directory';
