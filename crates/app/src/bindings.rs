//! The DTOs as one TypeScript module. `cargo xtask codegen` writes it; a test fails when the file is not what this renders.

use crate::dto::{
    AppError, AttemptDto, CallList, CallTarget, CallTask, CampaignRow, CaseDto, ColumnPreview,
    ConfirmationDto, ConflictDto, ConsentDto, ContactDto, CountryOption, CreateRegister,
    DestinationCount, DuplicatePair, DuplicateSide, ErrorCode, HistoryRow, Home, ImportPreview,
    ImportProblem, ImportResult, ImportRow, JoinFederation, ListRow, LookAlike, MappingChange,
    OutcomeInput, OutcomeSaved, PeoplePage, PeopleQuery, PersonDetail, PersonInput, PersonRow,
    PersonRowPreview, PhoneCheck, PhoneDto, PlaceHit, Progress, Protected, RegisterEntry, Saved,
    SessionInfo, SheetPreview, SourceDto, StartDrill, StateCount, Status, SyncReport, SyncState,
};
use ts_rs::{Config, TS};

/// The text of `ui/src/backend/generated/types.ts`.
#[must_use]
pub fn render() -> String {
    let cfg = Config::new().with_large_int("number");
    let mut out = String::from(
        "// Generated from crates/app/src/dto by `cargo xtask codegen`. Do not edit.\n",
    );
    macro_rules! types {
        ($($t:ty),* $(,)?) => { $( out.push_str(&format!("\nexport {}\n", <$t>::decl(&cfg))); )* };
    }
    types!(
        ErrorCode,
        AppError,
        RegisterEntry,
        Status,
        SessionInfo,
        CreateRegister,
        Home,
        DestinationCount,
        DuplicatePair,
        DuplicateSide,
        ListRow,
        PeopleQuery,
        PeoplePage,
        PersonRow,
        PhoneDto,
        PhoneCheck,
        ContactDto,
        PersonInput,
        PersonDetail,
        ConfirmationDto,
        ConflictDto,
        CaseDto,
        SourceDto,
        ConsentDto,
        HistoryRow,
        Saved,
        LookAlike,
        PlaceHit,
        CountryOption,
        ImportPreview,
        SheetPreview,
        ColumnPreview,
        ImportProblem,
        PersonRowPreview,
        MappingChange,
        ImportResult,
        ImportRow,
        Progress,
        SyncState,
        Protected,
        SyncReport,
        JoinFederation,
        CampaignRow,
        StartDrill,
        CallList,
        StateCount,
        CallTask,
        CallTarget,
        AttemptDto,
        OutcomeInput,
        OutcomeSaved,
    );
    out
}
