import { act, fireEvent, screen, within } from '@testing-library/react';

type Where = Pick<typeof screen, 'getByRole' | 'getByLabelText'>;
type Role = 'button' | 'tab' | 'radio' | 'checkbox';

/** One act of the reader, and what comes of it at once. */
export const after = async (doing: () => void): Promise<void> => {
  await act(async () => {
    doing();
    // Answers of the server in tests come before the next timer.
    await new Promise((resolve) => setTimeout(resolve));
  });
};

export const tap = (name: string | RegExp, where: Where = screen, role: Role = 'button'): Promise<void> =>
  after(() => void fireEvent.click(where.getByRole(role, { name })));

export const write = (label: string | RegExp, words: string, where: Where = screen): Promise<void> =>
  after(() => void fireEvent.change(where.getByLabelText(label), { target: { value: words } }));

/** The sheet that is open. */
export const sheet = () => within(screen.getByRole('dialog'));
