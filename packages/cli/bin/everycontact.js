#!/usr/bin/env node
// Committed, because npm links only a file that is there at install; everything else is built.
try {
  await import('../dist/index.js');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('Build first: npm run build');
  process.exitCode = 2;
}
