/** Where each folder of `dist` is served, as a host would: one name, one origin, the headers in its `headers.json`. */
export const origins = {
  'plain.example': 'plain',
  'sharepoint.example': 'sharepoint/page',
  'cdn.example': 'sharepoint/cdn',
  'desk.example': 'iframe/host',
  'prompt.example': 'iframe/frame',
  'angular.example': 'angular',
  'vue.example': 'vue',
  'svelte.example': 'svelte',
  'react-18.example': 'react-18',
  'react-19.example': 'react-19',
};

/** Where a server of its own draws each page, with its own headers: the folder that server was built into. */
export const rendered = {
  'next.example': 'next',
};
