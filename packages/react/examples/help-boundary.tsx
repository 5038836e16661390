import { Component, type ReactNode } from 'react';

interface Props {
  readonly emergencyNumber: string;
  readonly children: ReactNode;
}

/** If a contact cannot be drawn, the page goes on, and the emergency number is what is left of it. */
export class HelpBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { emergencyNumber, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <p role="alert">
        This cannot be shown. In an emergency call <a href={`tel:${emergencyNumber}`}>{emergencyNumber}</a>.
      </p>
    );
  }
}
