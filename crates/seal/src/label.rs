//! The closed list of domain-separation labels (protocol §6.4).
//!
//! Owns the bytes that keep one use of a key or a hash apart from every other. Must not be bypassed:
//! no other module writes a label by hand, so that the test of distinctness covers them all.

macro_rules! labels {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// One purpose of a derivation, hash, sealing or signature.
        ///
        /// Written `ugnay/v1/<name>\0`; for signatures `ugnay/v1/sig/<name>\0`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Label { $($(#[$doc])* $variant),+ }

        impl Label {
            /// Every label, for tests and documentation.
            pub const ALL: &'static [Label] = &[$(Label::$variant),+];

            /// The bare name, as printed in docs/ENVELOPE.md.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Label::$variant => $name),+ }
            }

            /// The label as it enters a derivation, a hash or an HPKE info string.
            #[must_use]
            pub const fn bytes(self) -> &'static [u8] {
                match self { $(Label::$variant => concat!("ugnay/v1/", $name, "\0").as_bytes()),+ }
            }

            /// The label as it opens the message of a signature.
            #[must_use]
            pub const fn sig_bytes(self) -> &'static [u8] {
                match self { $(Label::$variant => concat!("ugnay/v1/sig/", $name, "\0").as_bytes()),+ }
            }
        }
    };
}

labels! {
    /// The public name of a register-epoch.
    EpochId = "epoch-id",
    /// The pseudonym under which the buffer keeps a register-epoch.
    Pseud = "pseud",
    /// Ed25519 seed that authorises writes of a register-epoch.
    WriteCap = "write-cap",
    /// Ed25519 seed that authorises reads of a register-epoch.
    ReadCap = "read-cap",
    /// Key of sealed heads and of the sealed register roster.
    HeadKey = "head-key",
    /// Name of a compartment.
    Cid = "cid",
    /// Key of an escrowed compartment (`card`).
    Dek = "dek",
    /// Key of a compartment that is never escrowed (`case`).
    DekLocal = "dek-local",
    /// Public commitment to an escrowed key.
    KeyCommit = "key-commit",
    /// Public commitment to one share.
    Share = "share",
    /// Coefficients of the sharing polynomials.
    ShamirCoef = "shamir-coef",
    /// Encapsulation randomness of the escrow bundle.
    HpkeEncap = "hpke-encap",
    /// Key of the catalogue inside an escrow bundle.
    Catalogue = "catalogue",
    /// Key, nonce and commitment of a sealed object.
    Seal = "seal",
    /// σ sealed to a device.
    DevWrap = "devwrap",
    /// Shares sealed to a custodian; signature of the bundle by the write capability.
    Escrow = "escrow",
    /// A dealer device's signature over the hash of a bundle.
    Dealer = "dealer",
    /// Shares sealed to a desk officer.
    Release = "release",
    /// An invitation's key and signatures.
    Invite = "invite",
    /// Six words two screens compare.
    Sas = "sas",
    /// The meeting of two devices of one register.
    Pairing = "pairing",
    /// A device's head.
    Head = "head",
    /// A device's record blob.
    Record = "record",
    /// A device's index shard.
    Index = "index",
    /// A batch of an upload.
    Batch = "batch",
    /// The roster of custodians.
    Roster = "roster",
    /// The federation's policy.
    Policy = "policy",
    /// The federation's genesis.
    Genesis = "genesis",
    /// A desk's card.
    LguCard = "lgu-card",
    /// A device's card.
    DeviceCard = "device-card",
    /// The public card of an organisation or officer, before a federation lists it.
    CustodianCard = "custodian-card",
    /// The roster of a register's devices.
    RegisterRoster = "register-roster",
    /// A crisis campaign.
    Campaign = "campaign",
    /// A release request.
    Request = "request",
    /// A custodian's approval.
    Approve = "approve",
    /// A custodian's objection.
    Object = "object",
    /// A custodian's refusal.
    Refuse = "refuse",
    /// What a custodian decided, said in the public fields of the log's entry: it holds without the body.
    Word = "word",
    /// A handed-over set of shares.
    ShareRelease = "share-release",
    /// A custodian's receipt for a bundle.
    Receipt = "receipt",
    /// Shares handed from one custodian to its successor.
    CustodyTransfer = "custody-transfer",
    /// Retirement of an epoch.
    Retire = "retire",
    /// That an epoch was ended, in the log, by its own write capability.
    EpochEnd = "epoch-end",
    /// A register's next epoch: name, seal and signature of what tells its devices.
    NextEpoch = "next-epoch",
    /// A reader's entry in a register's roster, by whoever added it.
    DeviceEntry = "device-entry",
    /// The list of a register's writers for a desk, by the epoch's write capability.
    Writers = "writers",
    /// That an epoch took the place of another, by the other's write capability.
    WritersBefore = "writers-before",
    /// Revocation of a device, by a device or by custodians.
    DeviceRevoke = "device-revoke",
    /// Closing of a grant.
    GrantClose = "grant-close",
    /// After-action review of a grant.
    Review = "review",
    /// A release of the app.
    AppRelease = "app-release",
    /// A demand by an authority.
    DemandNotice = "demand-notice",
    /// A dated public statement.
    Statement = "statement",
    /// Commitment to an erasable log body.
    LogCommit = "log-commit",
    /// Blob name of an index shard or head.
    IndexName = "index-name",
    /// A register's outcome report, sealed to a campaign key.
    OutcomeReport = "outcome-report",
    /// Key and value of a per-person outcome token.
    OutcomeToken = "outcome-token",
    /// One referred card, sealed to a campaign key.
    Referral = "referral",
    /// The sealed body of a release request.
    RequestBody = "request-body",
    /// A message between parties of the federation.
    Mail = "mail",
    /// A register's recovery sheet.
    Recovery = "recovery",
    /// A ticket that lets a register be opened on a buffer.
    Ticket = "ticket",
    /// Asking a buffer for blobs.
    BlobsGet = "blobs-get",
    /// Passing on the right to fetch under a request.
    FetchPass = "fetch-pass",
    /// A submission to the log, by a key on the buffer's list.
    LogSubmit = "log-submit",
    /// Mixing a device's key into a new seed.
    Hedge = "hedge",
    /// What a device shows another of its register in person.
    DeviceView = "device-view",
    /// The passphrase wrap of a database key.
    KeyFile = "key-file",
}

#[cfg(test)]
mod tests;
