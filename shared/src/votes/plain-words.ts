/** Traditional and variant forms of the characters by which matters are known. */
const FORMS = new Map(
  Array.from(
    '維维資资業业員员會会選选舉举換换議议規规則则約约電电樓楼裝装設设動动繳缴補补續续籌筹專专項项賬账帳账戶户錢钱經经營营廣广綠绿層层牆墙墻墙開开養养湊凑攤摊費费罷罢訂订過过廢废區区齊齐儲储備备脩修俢修収收産产產产務务單单號号門门購购'.matchAll(
      /(.)(.)/gu,
    ),
    ([, form = '', usual = '']) => [form, usual] as const,
  ),
);

/** Compatibility forms, full width and traditional characters read as the usual ones. */
export const usualForms = (text: string): string =>
  Array.from(text.normalize('NFKC'), (character) => FORMS.get(character) ?? character).join('');

const CHINESE = '\\u3400-\\u9fff\\uf900-\\ufaff';
/** Whatever stands between characters and is neither Chinese, a digit nor a mark that ends a clause. */
const BETWEEN = new RegExp(`[^${CHINESE}0-9。，,、;；!！?？:：\\n]+`, 'gu');

/** The text as its Chinese words and clauses alone: blanks, letters, dots and pictures between them hide nothing. */
export const plainWords = (text: string): string => usualForms(text).replace(BETWEEN, '');
