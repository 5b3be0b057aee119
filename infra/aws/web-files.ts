import { readdirSync } from 'node:fs';

/** The folders of the built web app. Every other address is a page, which `index.html` opens by its own router. */
export const FILE_FOLDERS = ['css', 'js'] as const;

/** A build that grows another folder stops here, not with the reader. */
export const checkFolders = (webRoot: string): void => {
  const unserved = readdirSync(webRoot, { withFileTypes: true })
    .filter(
      (entry) =>
        !(entry.isDirectory() ? FILE_FOLDERS.some((each) => each === entry.name) : entry.name === 'index.html'),
    )
    .map(({ name }) => name);
  if (unserved.length > 0) throw new Error(`The web app is not served these: ${unserved.join(', ')}`);
};

/** What runs at the edge before the cache is asked (a CloudFront function: ES5 and a little more). */
export const OPEN_PAGES_AT_THE_EDGE = `function handler(event) {
  var request = event.request;
  if (!/^\\/(${FILE_FOLDERS.join('|')})\\//.test(request.uri)) request.uri = '/index.html';
  return request;
}`;
