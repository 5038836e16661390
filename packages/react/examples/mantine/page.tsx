import { createTheme, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import type { ContactProps } from '../contact-props.js';
import { MantineContact } from './contact.js';

/** The lighter shades cannot be read on white. */
const theme = createTheme({ primaryShade: 9 });

/** The contact on a page that is not Mantine's yet. The sheet is in a layer of its own: whatever the page has wins. */
export function MantinePage(props: ContactProps) {
  return (
    <MantineProvider theme={theme}>
      <MantineContact {...props} />
    </MantineProvider>
  );
}
