import { serverNow } from './clock';
import { icsOf } from './ics';
import type { CalendarEvent } from './ics';

/** On the web the event comes as a file that every calendar opens. */
export const addToCalendar = (event: CalendarEvent): Promise<boolean> => {
  const file = URL.createObjectURL(new Blob([icsOf(event, serverNow())], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = file;
  link.download = `${event.title}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 60_000);
  return Promise.resolve(true);
};
