// The seam's part for freshness and the monthly meeting: what can be asked, and the commands behind it.

import type { Freshness, Meeting, MeetingEnd, MeetingMark, MeetingMarked, StalePhones } from "./generated/types";

export interface MeetingBackend {
  /** The share of people confirmed within so many months. */
  freshness(months: number): Promise<Freshness>;
  stalePhones(limit: number): Promise<StalePhones>;
  /** Begins a meeting, or takes up the one that runs. An empty area is the register's own, with everybody. */
  meetingStart(area: string): Promise<Meeting>;
  meeting(area: string): Promise<Meeting>;
  meetingMark(input: MeetingMark): Promise<MeetingMarked>;
  /** Takes an answer back, with everything it wrote. */
  meetingUnmark(area: string, person: string): Promise<MeetingMarked>;
  meetingEnd(area: string): Promise<MeetingEnd>;
}

type Ask = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export function meetingCommands(ask: Ask): MeetingBackend {
  return {
    freshness: (months) => ask("freshness", { months }),
    stalePhones: (limit) => ask("stale_phones", { limit }),
    meetingStart: (area) => ask("meeting_start", { area }),
    meeting: (area) => ask("meeting", { area }),
    meetingMark: (input) => ask("meeting_mark", { input }),
    meetingUnmark: (area, person) => ask("meeting_unmark", { area, person }),
    meetingEnd: (area) => ask("meeting_end", { area }),
  };
}
