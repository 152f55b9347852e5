// Forms with nothing in them.

import type { ContactDto, PersonInput } from "../../backend";

export function emptyPerson(): PersonInput {
  return {
    id: "", surname: "", given: "", middle: "", suffix: "", nickname: "", birth: "", sex: "", barangay: "", purok: "",
    country: "", place: "", seaBased: false, occupation: "", employer: "", worksite: "", phones: [], emails: [],
    handles: [], language: "", emergencyNote: "", returned: "", contacts: [emptyContact()],
  };
}

export function emptyContact(): ContactDto {
  return {
    id: "", name: "", relation: "", phones: [{ typed: "", e164: null }], handle: "", language: "", place: "", hours: "",
    knowsWhere: false,
  };
}
