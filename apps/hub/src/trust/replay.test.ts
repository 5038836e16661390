import { describe, expect, it } from 'vitest';
import { replayGuard } from './replay.js';

describe('a signed request', () => {
  it('is answered once until it has expired', () => {
    const guard = replayGuard();
    guard.accept('one', 100, 0);
    expect(() => guard.accept('one', 100, 100)).toThrow(expect.objectContaining({ code: 'jwt-replayed' }));
    guard.accept('two', 100, 100);
    guard.accept('one', 300, 101);
  });

  it('is refused where no more can be remembered, and nothing is forgotten for it but what has expired', () => {
    const guard = replayGuard();
    for (let one = 0; one < 200_000; one++) guard.accept(`${one}`, one === 7 ? 50 : 100, 0);
    expect(() => guard.accept('more', 100, 50)).toThrow(expect.objectContaining({ code: 'hub-busy' }));
    expect(() => guard.accept('8', 100, 50)).toThrow(expect.objectContaining({ code: 'jwt-replayed' }));
    // One has expired: there is room for one.
    guard.accept('more', 100, 51);
    expect(() => guard.accept('still more', 100, 51)).toThrow(expect.objectContaining({ code: 'hub-busy' }));
  });
});
