/** Text for HTML: everything that came from outside goes through here. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const STYLE = `
body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:0;background:#f3f4f6;color:#1f2937}
main{max-width:46rem;margin:0 auto;padding:1rem}
nav a{margin-right:1rem}
h1{font-size:1.25rem}
section,article{background:#fff;border-radius:.5rem;padding:1rem;margin:1rem 0;overflow-wrap:anywhere}
button{font:inherit;padding:.5rem 1rem;border:0;border-radius:.5rem;background:#0f766e;color:#fff;margin:.25rem .25rem .25rem 0;min-height:44px}
input,select{font:inherit;padding:.5rem;border:1px solid #9ca3af;border-radius:.5rem;max-width:100%;box-sizing:border-box}
form{display:inline-block;margin:.25rem 0}
.quiet{color:#4b5563;font-size:.9rem}
.warn{color:#b91c1c}
`;

/** A page of the stand-ins: plain HTML that works without scripts. `body` is HTML. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><nav><a href="/phone">演示手机</a><a href="/outbox">已发出的订阅消息</a><a href="/clock">时钟</a></nav>
<h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;

const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** An instant as people in Jining read it. */
export const timeText = (instant: number): string => FORMAT.format(instant);
