interface TypedOwner {
  readonly name: string;
  readonly idDigits?: string;
  readonly phones: string[];
}

const PHONE = /^\d{7,12}$/;
const DIGITS = /^[0-9A-Za-z]{4,6}$/;

/**
 * Owners as they are typed, one a line: name, last digits of the document, phone, in any order after the name:
 * `王小样 1234 13900000000`. What is neither stays part of the name, so that the contract can refuse it.
 */
export const ownersOf = (typed: string): TypedOwner[] =>
  typed
    .split('\n')
    .map((line) => line.trim().split(/[\s,，、]+/))
    .filter(([first = '']) => first !== '')
    .map((parts) => {
      const phones = parts.filter((part) => PHONE.test(part));
      const [digits] = parts.slice(1).filter((part) => !PHONE.test(part) && DIGITS.test(part));
      const name = parts.filter((part) => !phones.includes(part) && part !== digits).join(' ');
      return { name, phones, ...(digits === undefined ? {} : { idDigits: digits.toUpperCase() }) };
    });
