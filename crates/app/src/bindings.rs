//! The DTOs as one TypeScript module. `cargo xtask codegen` writes it; a test fails when the file is not what this renders.

use crate::dto::custody;
use crate::dto::{AlarmKind, AlarmSeen};
use crate::dto::{
    AppError, AttemptDto, CallList, CallQuery, CallTarget, CallTask, CampaignRow, CaseDto,
    ColumnPreview, ConfirmationDto, ConflictDto, ConsentDto, ContactDto, CountryOption,
    CreateRegister, DestinationCount, DuplicatePair, DuplicateSide, ErrorCode, HistoryRow, Home,
    ImportPreview, ImportProblem, ImportResult, ImportRow, JoinFederation, ListRow, LookAlike,
    LookAlikes, MappingChange, OutcomeInput, OutcomeSaved, PeoplePage, PeopleQuery, PersonDetail,
    PersonInput, PersonRow, PersonRowPreview, PhoneCheck, PhoneDto, PlaceHit, Progress, Protected,
    RegisterEntry, Saved, SessionInfo, SheetPreview, ShownViewDto, SourceDto, StartDrill,
    StateCount, Status, SyncReport, SyncState, ViewCheck,
};
use crate::dto::{
    AreaFresh, FreshShare, Freshness, Meeting, MeetingEnd, MeetingMark, MeetingMarked, MeetingRow,
    MeetingSource, StalePhone, StalePhones,
};
use crate::dto::{CellFix, FixedCell, LaterList, LaterRow, LeftOut};
use crate::dto::{
    ChangeDetail, ChangePage, ChangeRow, ChangedPerson, Choice, ConsentCount, Draft, DraftInput,
    DraftRow, PeopleFacets, Preferences, RemovedPage, RemovedRow, TakenBack,
};
use crate::dto::{ConsentAnswer, ConsentChange, ConsentInput, ConsentPage, ConsentRow, EraseLook};
use crate::dto::{DeviceList, DeviceRow, EpochDto, ReaderKindDto};
use crate::dto::{
    DirectoryCountry, DirectoryInput, DirectoryPhone, DirectoryRow, DrillResult, DrillTask,
    DuplicateList, MergeChoice, MergeConsent, MergeContact, MergeDone, MergeField, MergeInput,
    MergeLook, MergeSide, MergedFrom, PartDone, Plan, PlanInput, PlanPart, Why,
};
use crate::dto::{
    ExportChoices, ExportFormatChoice, ExportInput, ExportList, ExportLook, ExportPurpose,
    ExportRow, ExportSaved,
};
use crate::dto::{JoinRegister, PairingCode, PairingText, PairingWords, QrPicture};
use crate::dto::{KeyOnPaper, PaperLook};
use crate::dto::{
    LeaveState, RestoreFound, RestoreInput, RestoreOffer, RestoredCards, SheetCheck, SheetPage,
    SheetUse,
};
use crate::dto::{PastPeople, PastRow, Retention, RetentionInput};
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
        AlarmKind,
        AlarmSeen,
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
        LookAlikes,
        PlaceHit,
        CountryOption,
        ImportPreview,
        SheetPreview,
        ColumnPreview,
        ImportProblem,
        PersonRowPreview,
        MappingChange,
        ImportResult,
        CellFix,
        FixedCell,
        LeftOut,
        LaterRow,
        LaterList,
        ImportRow,
        Progress,
        SyncState,
        Protected,
        SyncReport,
        ShownViewDto,
        ViewCheck,
        JoinFederation,
        CampaignRow,
        StartDrill,
        CallList,
        CallQuery,
        StateCount,
        CallTask,
        CallTarget,
        AttemptDto,
        OutcomeInput,
        OutcomeSaved,
        QrPicture,
        PairingCode,
        JoinRegister,
        PairingWords,
        PairingText,
        SheetPage,
        SheetCheck,
        RestoreInput,
        RestoreFound,
        SheetUse,
        LeaveState,
        RestoreOffer,
        RestoredCards,
        ReaderKindDto,
        DeviceRow,
        EpochDto,
        DeviceList,
    );
    // Freshness and the monthly meeting.
    types!(
        Freshness,
        FreshShare,
        AreaFresh,
        Meeting,
        MeetingRow,
        MeetingSource,
        MeetingMark,
        MeetingMarked,
        MeetingEnd,
        StalePhone,
        StalePhones,
    );
    // Lists, what was changed, what was begun, what the reader prefers.
    types!(
        Choice,
        ConsentCount,
        PeopleFacets,
        RemovedRow,
        RemovedPage,
        ChangeRow,
        ChangePage,
        ChangedPerson,
        ChangeDetail,
        TakenBack,
        DraftInput,
        DraftRow,
        Draft,
        Preferences,
    );
    // The directory, plans, drills.
    types!(
        DirectoryCountry,
        DirectoryRow,
        DirectoryPhone,
        DirectoryInput,
        Plan,
        PlanPart,
        PlanInput,
        DrillResult,
        DrillTask,
    );
    // A custodian organisation's screens.
    types!(PaperLook, KeyOnPaper);
    types!(
        custody::CustodyStatus,
        custody::OrganisationEntry,
        custody::OrganisationSession,
        custody::CreateOrganisation,
        custody::RecoverOrganisation,
        custody::CustodyStep,
        custody::Organisation,
        custody::FederationFacts,
        custody::MemberRow,
        custody::PaperState,
        custody::PaperWords,
        custody::PaperTest,
        custody::CustodyHome,
        custody::CustodyTask,
        custody::ConnectBuffer,
        custody::CustodyExchange,
        custody::RequestRow,
        custody::RequestTimes,
        custody::RequestDetail,
        custody::CheckRow,
        custody::DeskFacts,
        custody::AreaRow,
        custody::RestoreFacts,
        custody::ScopeFacts,
        custody::RequestEvent,
        custody::DecideInput,
        custody::DecisionRow,
        custody::Receipts,
        custody::ReceiptRow,
        custody::Drills,
        custody::Handover,
        custody::KeyChange,
        custody::KeyChanged,
        custody::FilePreview,
        custody::DeskCardFacts,
        custody::OrganisationFacts,
        custody::ObjectionFacts,
        custody::LintRow,
        custody::FileAccepted,
        custody::SavedFile,
        custody::Demands,
        custody::DemandRow,
        custody::DemandChange,
        custody::DemandInput,
        custody::DemandCounts,
        custody::StatementRow,
        custody::StatementText,
        custody::StatementInput,
        custody::LogState,
        custody::CosignerRow,
        custody::AlarmRow,
        custody::LogEntryRow,
    );
    // Two entries of one person.
    types!(
        Why,
        DuplicateList,
        MergeLook,
        MergeSide,
        MergeField,
        MergeContact,
        MergeConsent,
        MergeInput,
        MergeChoice,
        MergeDone,
        PartDone,
        MergedFrom,
    );
    // What a person agreed to and may ask for.
    types!(
        ConsentPage,
        ConsentRow,
        ConsentChange,
        ConsentInput,
        ConsentAnswer,
        EraseLook,
    );
    // How long entries are kept.
    types!(Retention, RetentionInput, PastRow, PastPeople);
    // What is given out.
    types!(
        ExportChoices,
        ExportPurpose,
        ExportFormatChoice,
        ExportInput,
        ExportLook,
        ExportSaved,
        ExportRow,
        ExportList,
    );
    out
}
