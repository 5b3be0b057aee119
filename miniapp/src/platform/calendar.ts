import Taro from '@tarojs/taro';
import type { CalendarEvent } from './ics';

/** Puts an event into the phone's calendar, which asks its owner. False if they would rather not. */
export const addToCalendar = async (event: CalendarEvent): Promise<boolean> => {
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      startTime: Math.floor(event.from / 1000),
      endTime: String(Math.floor(event.until / 1000)),
      location: event.place,
      description: event.words,
      alarm: true,
      alarmOffset: Math.round(event.remindBeforeMs / 1000),
    });
    return true;
  } catch {
    return false;
  }
};
