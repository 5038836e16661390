import { playwright } from '@vitest/browser-playwright';

/**
 * Vitest's own provider, which finds the frame of a test by its element where it has no name: Firefox tells the name of a frame
 * in an answer of its own, and if the frame has gone on to its page by then, Playwright keeps it without one. No key is pressed in
 * such a file: on a busy machine in every third run.
 *
 * @param options those of `playwright` in `@vitest/browser-playwright`
 * @returns a provider for `test.browser.provider`
 */
export function playwrightWithFrames(options: Parameters<typeof playwright>[0]): ReturnType<typeof playwright> {
  const vitest = playwright(options);
  return {
    ...vitest,
    providerFactory(project) {
      const provider = vitest.providerFactory(project);
      const contextOf = provider.getCommandsContext.bind(provider);
      provider.getCommandsContext = (sessionId) => {
        const context = contextOf(sessionId);
        const { page } = context as { readonly page: Page };
        return Object.assign(context, {
          async frame() {
            const named = page.frame('vitest-iframe');
            if (named) return named;
            const element = await page.waitForSelector('[data-vitest="true"]');
            return element.contentFrame();
          },
        });
      };
      return provider;
    },
  };
}

interface Page {
  frame(name: string): unknown;
  waitForSelector(selector: string): Promise<{ contentFrame(): Promise<unknown> }>;
}
