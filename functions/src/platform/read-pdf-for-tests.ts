import { execFileSync } from 'node:child_process';
import * as z from 'zod/mini';

/** What a reader of PDFs finds: text by page, and the first page's size in points. */
const Found = z.object({ pages: z.array(z.string()), width: z.number(), height: z.number() });

const READ = `
import { extractText, getDocumentProxy } from 'unpdf';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const { text } = await extractText(pdf, { mergePages: false });
const [, , width, height] = (await pdf.getPage(1)).view;
process.stdout.write(JSON.stringify({ pages: text, width, height }));
`;

/** In a process of its own: the reader loads itself in a way that jest does not allow. */
export const readPdf = (bytes: Uint8Array): z.output<typeof Found> => {
  const cwd = new URL('.', import.meta.url).pathname;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', READ], { input: bytes, cwd });
  return z.parse(Found, JSON.parse(out.toString('utf8')));
};
