// Not run: a sample for a project made by the generator of the SharePoint Framework, beside a copy of draw-prompt.ts.
import { Version } from '@microsoft/sp-core-library';
import { type IPropertyPaneConfiguration, PropertyPaneTextField } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { drawPrompt } from './draw-prompt';

interface Properties {
  readonly behaviour: string;
}

export default class EveryContactWebPart extends BaseClientSideWebPart<Properties> {
  private remove = (): void => undefined;

  public render(): void {
    this.remove();
    // A record stays on the page unless the web part does something with it here.
    this.remove = drawPrompt(this.domElement, this.properties.behaviour, () => undefined);
  }

  protected onDispose(): void {
    this.remove();
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const behaviour = PropertyPaneTextField('behaviour', { label: 'Behaviour, e.g. smoking' });
    return { pages: [{ groups: [{ groupFields: [behaviour] }] }] };
  }
}
