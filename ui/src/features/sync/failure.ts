// Why the last exchange failed, as it is remembered.
import { type AlarmSeen, type AppError, appError, type ErrorCode } from "../../backend";

export function lastFailure({ lastError, lastAlarm }: { lastError: ErrorCode | null; lastAlarm: AlarmSeen | null }): AppError | null {
  if (lastError === null) return null;
  return lastAlarm === null ? appError(lastError) : appError(lastError, { detail: lastAlarm.code, alarm: lastAlarm.kind });
}
