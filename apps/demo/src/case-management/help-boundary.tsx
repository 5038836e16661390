import { Component, type ReactNode } from 'react';
import type { Words } from './words.js';

interface Props {
  readonly words: Words;
  readonly children: ReactNode;
}

/** If the conversation cannot be drawn, the screen goes on and the emergency number is what is left of it. */
export class HelpBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <p role="alert">
        {words.fallback} <a href={`tel:${words.emergency}`}>{words.emergency}</a>.
      </p>
    );
  }
}
