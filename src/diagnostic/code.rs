//! The codes: one table. Their sentences are in `messages/*.ftl`, under the same names.

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written until it is fixed.
    Error,
    /// The site is written; the author should look at it.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident,)*) => {
        /// The stable name of a kind of diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`: see `mitate explain ", $name, "`.")] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// Its name, as shown and as `explain` takes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// How serious it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }
        }
    };
}

codes! {
    // reading
    NotUtf8 "not-utf8" Error,
    SymlinkOutside "symlink-outside" Error,
    HiddenFolder "hidden-folder" Warning,
    NotAFile "not-a-file" Error,
    FileTooLarge "file-too-large" Error,
    UnsafeSvg "unsafe-svg" Error,
    // YAML and front matter
    YamlSyntax "yaml-syntax" Error,
    NoFrontMatter "no-front-matter" Error,
    UnclosedFrontMatter "unclosed-front-matter" Error,
    DuplicateKey "duplicate-key" Error,
    UnknownKey "unknown-key" Error,
    MissingKey "missing-key" Error,
    EmptyValue "empty-value" Error,
    WrongType "wrong-type" Error,
    UnknownValue "unknown-value" Error,
    InvalidId "invalid-id" Error,
    ValueCut "value-cut" Error,
    FoldedValue "folded-value" Warning,
    ShownQuotes "shown-quotes" Warning,
    PlainMarkup "plain-markup" Warning,
    MarkedAnswer "marked-answer" Error,
    // Markdown
    HeadingOne "heading-one" Error,
    HeadingJump "heading-jump" Error,
    DuplicateAnchor "duplicate-anchor" Error,
    MissingAlt "missing-alt" Error,
    RawHtml "raw-html" Error,
    UndefinedFootnote "undefined-footnote" Error,
    UnusedFootnote "unused-footnote" Warning,
    UnsafeLink "unsafe-link" Error,
    RemoteImage "remote-image" Error,
    EmptyExercise "empty-exercise" Error,
    FacilitatorBlock "facilitator-block" Error,
    WordsLost "words-lost" Error,
    RawMark "raw-mark" Warning,
    OddCharacter "odd-character" Warning,
    // references
    NotAReference "not-a-reference" Error,
    LeadsNowhere "leads-nowhere" Error,
    UnreadableAccent "unreadable-accent" Error,
    UnusableFont "unusable-font" Error,
    UnknownKind "unknown-kind" Error,
    UnknownReference "unknown-reference" Error,
    UnknownMember "unknown-member" Error,
    UnknownTerm "unknown-term" Error,
    AmbiguousTerm "ambiguous-term" Error,
    DeadLink "dead-link" Error,
    DeadAnchor "dead-anchor" Error,
    OutsideCourse "outside-course" Error,
    ImageNotFound "image-not-found" Error,
    ImageUnreadable "image-unreadable" Error,
    WeakAlt "weak-alt" Warning,
    LargePicture "large-picture" Warning,
    PictureWithPlace "picture-with-place" Warning,
    ForFacilitatorsOnly "for-facilitators-only" Error,
    // ids and files
    DuplicateId "duplicate-id" Error,
    TakenEarlierId "taken-earlier-id" Error,
    DuplicateUrl "duplicate-url" Error,
    MissingModuleIndex "missing-module-index" Error,
    UnusedFile "unused-file" Warning,
    UnsafeFile "unsafe-file" Error,
    PlaceholderId "placeholder-id" Error,
    MisnamedFile "misnamed-file" Error,
    UnportableName "unportable-name" Error,
    // cases
    MissingFictional "missing-fictional" Error,
    CaseWithoutStages "case-without-stages" Error,
    StageWithoutHeading "stage-without-heading" Error,
    StageOrder "stage-order" Error,
    PersonalData "personal-data" Error,
    RealLookingName "real-looking-name" Warning,
    MissingContentNote "missing-content-note" Warning,
    ImpossibleDiagram "impossible-diagram" Error,
    UnjoinedRelative "unjoined-relative" Warning,
    SingleFormulation "single-formulation" Warning,
    // processes, principles
    ProcessOneStage "process-one-stage" Error,
    BackToLaterStage "back-to-later-stage" Error,
    DutyWithoutProcess "duty-without-process" Error,
    // worksheets
    WorksheetWithoutFields "worksheet-without-fields" Error,
    FieldWithoutOptions "field-without-options" Error,
    FieldBounds "field-bounds" Error,
    MinutesColumn "minutes-column" Error,
    UnknownField "unknown-field" Error,
    ConditionNeedsChoice "condition-needs-choice" Error,
    MeaninglessKey "meaningless-key" Error,
    SequenceNeedsKind "sequence-needs-kind" Error,
    NotOnEverySheet "not-on-every-sheet" Error,
    UnknownVariant "unknown-variant" Error,
    VariantWithoutForm "variant-without-form" Error,
    VariantDiffers "variant-differs" Error,
    // meetings
    MeetingWithoutSteps "meeting-without-steps" Error,
    StepWithoutMinutes "step-without-minutes" Error,
    MeetingOverruns "meeting-overruns" Error,
    MeetingPeople "meeting-people" Error,
    CardWithoutRole "card-without-role" Error,
    PcagipNotes "pcagip-notes" Error,
    // sessions
    SessionWithoutSteps "session-without-steps" Error,
    SessionLength "session-length" Error,
    SessionOverruns "session-overruns" Error,
    SessionSpare "session-spare" Warning,
    SessionPeople "session-people" Error,
    EmptyStep "empty-step" Error,
    CrowdedStep "crowded-step" Error,
    UnclearShow "unclear-show" Error,
    StepTooShort "step-too-short" Warning,
    StageTooEarly "stage-too-early" Error,
    // exercises
    TooFew "too-few" Error,
    TooMany "too-many" Error,
    EmptyGroup "empty-group" Error,
    BlankMismatch "blank-mismatch" Error,
    BankWithoutAnswer "bank-without-answer" Error,
    DialogueWay "dialogue-way" Error,
    StagedOrder "staged-order" Error,
    CaseWithoutDiagram "case-without-diagram" Error,
    LedgerView "ledger-view" Error,
    LedgerWithoutStrengths "ledger-without-strengths" Error,
    ReservedField "reserved-field" Error,
    RubricDescriptors "rubric-descriptors" Error,
    PanelWithoutExercise "panel-without-exercise" Error,
    PanelTooSmall "panel-too-small" Error,
    PanelOfOtherCase "panel-of-other-case" Error,
    MissingExamples "missing-examples" Error,
    ExerciseTwice "exercise-twice" Error,
    UnplacedExercise "unplaced-exercise" Warning,
    LongestIsBest "longest-is-best" Warning,
    BestInOnePlace "best-in-one-place" Warning,
    BestAtOneLength "best-at-one-length" Warning,
    ReadTooEarly "read-too-early" Warning,
    WholeCaseShown "whole-case-shown" Warning,
    // wording
    OutdatedTerm "outdated-term" Warning,
    CourseWording "course-wording" Warning,
    WordingRule "wording-rule" Error,
    ReadingRule "reading-rule" Error,
    MixedCircle "mixed-circle" Warning,
    // syllabus
    UncoveredItem "uncovered-item" Warning,
    // language
    UnknownLanguage "unknown-language" Error,
    UncheckedLanguage "unchecked-language" Warning,
    // theme
    ThemeSyntax "theme-syntax" Error,
    ThemeRender "theme-render" Error,
    ThemeUnknownFile "theme-unknown-file" Warning,
    ThemeUnknownKey "theme-unknown-key" Warning,
    ThemeMissingWords "theme-missing-words" Warning,
    LocalePattern "locale-pattern" Error,
}

impl Code {
    /// The code of that name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}
