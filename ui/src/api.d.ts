// Generated from the table of use cases in src-tauri/core/src/api/table.rs by `cargo xtask types`.
// Not to be edited by hand.

/**
 * A line of getting acquainted.
 */
export type AcquaintanceLine = { 
/**
 * Its id.
 */
line: string, 
/**
 * Whose.
 */
side: Side, 
/**
 * What it is about.
 */
kind: string, 
/**
 * That in words.
 */
label: string, 
/**
 * The line.
 */
text: string, 
/**
 * Lines of the other that say the same (R81).
 */
overlaps: Array<string>, };

/**
 * An activity of the action plan.
 */
export type ActivityId = string;

/**
 * One of the three kinds of learning (R102).
 */
export type ActivityKind = "doing" | "others" | "stretch";

/**
 * Who does an activity.
 */
export type ActivityOwner = "mentee" | "mentor" | "both";

/**
 * How far an activity is.
 */
export type ActivityState = "not_started" | "under_way" | "done" | "dropped";

/**
 * An activity (R102, R104).
 */
export type ActivityView = { 
/**
 * Id.
 */
id: ActivityId, 
/**
 * The goal it belongs to.
 */
goal: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * One of the three kinds of learning.
 */
kind: ActivityKind, 
/**
 * The kind in words: `By doing`.
 */
kindWords: string, 
/**
 * How long it takes.
 */
effort: Effort | null, 
/**
 * How long it takes, in words: `3 hours`; empty where nobody said.
 */
effortWords: string, 
/**
 * Its first day.
 */
start: DateWords | null, 
/**
 * Its last day: computed from start and effort, or moved by hand where the effort is in hours.
 */
finish: DateWords | null, 
/**
 * Whether the last day was moved by hand.
 */
finishMoved: boolean, 
/**
 * Who does it.
 */
owner: ActivityOwner, 
/**
 * Who does it, by name; both names for both.
 */
ownerName: string, 
/**
 * How far it is.
 */
state: ActivityState, 
/**
 * How far it is, in words.
 */
stateWords: string, 
/**
 * Since when it is so far; none before it was begun.
 */
since: DateWords | null, 
/**
 * What the owner learned by it (R106); may be empty.
 */
learned: string, };

/**
 * A line of getting acquainted.
 */
export type AddAcquaintance = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Whose line; the owner's when left out.
 */
side?: Side | null, 
/**
 * What it is about: `common`, `years`, `employers`, `skills`, `unique`, `hobbies`, `style`,
 * `benefits`, `direction`, `aspirations`, or `wish` for what they want from the first meeting.
 */
kind: string, 
/**
 * The line.
 */
text: string, };

/**
 * A new file.
 */
export type AddAttachment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The name of the file: `CV.pdf`.
 */
name: string, 
/**
 * The file in base64: a PDF, a picture (PNG or JPEG), a text, or a document of Word or LibreOffice, at most 10 MB.
 */
base64: string, 
/**
 * What it is for; `profile` when left out.
 */
kind?: AttachmentKind, 
/**
 * The task of a request for help, for `help`.
 */
about?: string | null, 
/**
 * Whose file it is; the owner's when left out.
 */
side?: Side | null, 
/**
 * Whether the other person gets it with the next packet; no when left out.
 */
share?: boolean | null, };

/**
 * One more step of an obstacle plan.
 */
export type AddObstacleTask = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The meeting; the newest one when left out.
 */
session?: SessionId | null, 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who does it: `mentor` or `mentee`; the mentee when left out.
 */
owner?: Side | null, 
/**
 * Until when, as `2026-06-30`.
 */
due?: string | null, };

/**
 * An agreement to be moved to another template, or to the newest version of its own.
 */
export type AdoptTemplate = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which template; the one it was made from where it is left out.
 */
template?: TemplateId | null, };

/**
 * Something to think about. It never blocks.
 */
export type AdviceView = { 
/**
 * Stable name of the rule.
 */
code: string, 
/**
 * The section in which it can be answered.
 */
section: string, 
/**
 * The field it stands beside.
 */
field: string, 
/**
 * The question, in words.
 */
sentence: string, 
/**
 * An answer that would fit.
 */
fix: FixView | null, };

/**
 * When the agenda is prepared, sent and called for (R145).
 */
export type AgendaDatesView = { 
/**
 * Whether the two send points ahead at all (R33).
 */
wanted: boolean, 
/**
 * To begin with it.
 */
prepare: DateWords, 
/**
 * To send it.
 */
send: DateWords, 
/**
 * The last call.
 */
lastCall: DateWords, };

/**
 * What is done when no agenda has come (R33).
 */
export type AgendaMissing = "remind" | "hold" | "move";

/**
 * What happened to a point of the agenda in a session.
 */
export type AgendaOutcome = "reached" | "not_reached" | "dropped";

/**
 * A point of the agenda.
 */
export type AgendaPointView = { 
/**
 * Id.
 */
id: string, 
/**
 * What it is.
 */
text: string, 
/**
 * Who put it there.
 */
side: Side, 
/**
 * Who, by name.
 */
name: string, 
/**
 * The topic it was made from.
 */
topic: string | null, 
/**
 * The session for which it was written, where it was carried over from there.
 */
carriedFrom: SessionId | null, 
/**
 * The day of that session; none where it is not there any more.
 */
carriedDate: DateWords | null, 
/**
 * The task about which it asks "Is this still the right task?" (R24).
 */
task: TaskId | null, 
/**
 * What happened to it in this session.
 */
outcome: AgendaOutcome | null, 
/**
 * Words about what happened; may be empty.
 */
note: string, };

/**
 * A new agreement (R120). It becomes a suggestion for a section, or a heading of the two's own.
 */
export type AgreeAnew = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The section whose words it changes, by its key; a heading of their own is added when left out.
 */
section?: string | null, 
/**
 * What the new heading is called, where no section is given.
 */
title?: string | null, 
/**
 * The words as they are to stand in the agreement.
 */
words: string, 
/**
 * Who suggests it: `mentor` or `mentee`; the owner when left out.
 */
side?: Side | null, };

/**
 * A meeting that the two agreed on in a contact.
 */
export type AgreedSession = { 
/**
 * The day, as `2026-11-26`.
 */
on: string, 
/**
 * The time by the owner's clock, as `14:00`.
 */
at: string, 
/**
 * How long, in minutes; as agreed for all when left out, else 60.
 */
minutes?: number | null, 
/**
 * How: face to face, a video call, by phone.
 */
method?: string | null, 
/**
 * Where, or the link; as agreed for all when left out.
 */
place?: string | null, 
/**
 * What it is about.
 */
topic?: string | null, };

/**
 * The whole agreement as a form.
 */
export type AgreementView = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Both names.
 */
title: string, 
/**
 * All sections, in the order in which they are asked; the areas in that of the two (R53).
 */
sections: Array<SectionView>, 
/**
 * The goals in order.
 */
goals: Array<GoalView>, 
/**
 * The milestones by date.
 */
milestones: Array<MilestoneView>, 
/**
 * The headings that the two added, in order (R53).
 */
headings: Array<HeadingView>, 
/**
 * The headings of part 2 in their order, theirs and the fourteen areas (R53).
 */
order: Array<OrderRow>, 
/**
 * Permissions to pass something on (R96).
 */
permissions: Array<PermissionView>, 
/**
 * The agreement in five lines (R140).
 */
summary: Array<SummaryView>, 
/**
 * Everything that is worth a thought.
 */
advice: Array<AdviceView>, 
/**
 * The mid-point of the term (R68).
 */
midPoint: DateWords | null, 
/**
 * When the agreement is looked at again (R47).
 */
revisitOn: DateWords | null, 
/**
 * How many sections are agreed or left out on purpose.
 */
settled: number, 
/**
 * Required questions without an answer.
 */
missing: Array<Missing>, };

/**
 * A date ahead.
 */
export type Ahead = { 
/**
 * What it is.
 */
title: string, 
/**
 * When.
 */
date: DateWords, 
/**
 * Where to look.
 */
route: string, };

/**
 * Where a column's text stands.
 */
export type Align = "start" | "center" | "end";

/**
 * The message, and the day on which the sender will be in touch again.
 */
export type AllFineDraft = { 
/**
 * The day.
 */
backOn: DateWords, 
/**
 * The message, to be changed and sent.
 */
message: MessageDraft, };

/**
 * "All fine for now", as long as it runs or its day has come (R19).
 */
export type AllFineView = { 
/**
 * The contact in which it was said.
 */
contact: ContactId, 
/**
 * Who said so.
 */
from: Side, 
/**
 * When.
 */
saidOn: DateWords, 
/**
 * When that person will be in touch again.
 */
backOn: DateWords, 
/**
 * Whether it still runs.
 */
runs: boolean, 
/**
 * Whether its day has come and nothing was heard since.
 */
due: boolean, 
/**
 * In one sentence.
 */
words: string, };

/**
 * What a later version changed.
 */
export type AmendmentView = { 
/**
 * The version that brought it.
 */
version: number, 
/**
 * When that version was signed; none for the draft.
 */
signed: TimeWords | null, 
/**
 * What changed, in a sentence.
 */
text: string, 
/**
 * The page of the section it is about, where it is about one.
 */
route: string | null, };

/**
 * Every change since the first signed version, the oldest first.
 */
export type Amendments = { 
/**
 * Of the signed versions, and of the draft.
 */
amendments: Array<AmendmentView>, };

/**
 * What one of the two answers at a check-point; what is left out stays.
 */
export type AnswerCheckPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Who answers: `mentor` or `mentee`; the owner when left out.
 */
side?: Side | null, 
/**
 * How well the two are working together just now.
 */
working?: string | null, 
/**
 * What has moved since the last check-point.
 */
progress?: string | null, 
/**
 * What to do differently from here.
 */
change?: string | null, };

/**
 * Answers to the five questions; what is left out stays. Nobody else sees them before they are shared.
 */
export type AnswerCheckup = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Whose answers: `mentor` or `mentee`; the owner's when left out.
 */
side?: Side | null, 
/**
 * Question 1, how well the two suit each other: `very_good` or `good` (favourable), `fair` or `poor` (unfavourable).
 */
suitability?: Suitability | null, 
/**
 * Question 2, the meetings held. It is counted from the log; say `enough` or `too_few` only to see it otherwise.
 */
meetings?: MeetingsAnswer | null, 
/**
 * Why question 2 is seen otherwise than the log counts; needed then.
 */
meetingsReason?: string | null, 
/**
 * Question 3, how often a meeting gives energy: `always` or `mostly` (favourable), `rarely` or `never` (unfavourable).
 */
energised?: Energised | null, 
/**
 * Question 4, satisfied with the time: `yes` (favourable) or `no` (unfavourable).
 */
satisfied?: YesOrNo | null, 
/**
 * Question 5, more than three sessions in a row cancelled. It is counted from the log; say `yes` or `no` only to
 * see it otherwise.
 */
cancelled?: CancelledAnswer | null, 
/**
 * Why question 5 is seen otherwise than the log counts; needed then.
 */
cancelledReason?: string | null, };

/**
 * An answer of the closing conversation (R123, R124, R127).
 */
export type AnswerClosing = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the question, as closing.get lists it: `goals`, `appreciation`, `growth`, `gratitude`,
 * `organisation`, `elsewhere`, or one of the evaluation.
 */
question: string, 
/**
 * Whose answer it is; the owner's when left out.
 */
side?: Side | null, 
/**
 * The answer: words, or for a scale a number from 1 to 5. An empty text takes it away.
 */
answer: string | number, };

/**
 * An answer to a request for help. The task is then done.
 */
export type AnswerHelp = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which request: the id of its task.
 */
task: TaskId, 
/**
 * What is answered.
 */
text: string, };

/**
 * An answer of the mid-point.
 */
export type AnswerMidPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the question, as mid_point.get lists it: `set_out`, `feeling`, `shift`, `honouring`, `doing_right`,
 * `trust_signals`, `new_goals`, `realistic`, `difficult`, `could_do`, `new_agreements` or `evaluation`.
 */
question: string, 
/**
 * Whose answer, where each of the two gives one (`feeling`, `doing_right`, `could_do`); the owner's when left out.
 */
side?: Side | null, 
/**
 * The answer; an empty text takes it away.
 */
text: string, };

/**
 * What the two decided about the pace.
 */
export type AnswerPace = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which talk.
 */
talk: PaceTalkId, 
/**
 * What they decided.
 */
answer: PaceAnswer, };

/**
 * What became of an answer.
 */
export type AnswerSaved = { 
/**
 * The answer as it is kept.
 */
answer: AnswerView, 
/**
 * The wording that the choice puts into the section's text, where it did (R95).
 */
text: string | null, 
/**
 * How the two stand to the section now: changing an agreed one opens it again.
 */
standing: Standing, 
/**
 * When it was saved, as `10:32`.
 */
savedAt: string, };

/**
 * The value of an answer, by the kind of its field.
 */
export type AnswerValue = boolean | number | string | Array<string>;

/**
 * One answer of one field.
 */
export type AnswerView = { 
/**
 * Whose answer; none where the two share one.
 */
side: Side | null, 
/**
 * Whose answer, by name.
 */
name: string | null, 
/**
 * The answer; none as long as there is none.
 */
value: AnswerValue | null, 
/**
 * A date answer in words.
 */
date: DateWords | null, 
/**
 * Something to think about (R39, R62, R66): it never blocks.
 */
advice: string | null, 
/**
 * Whether anything was ever written here, so that its history can be looked at (R60), also
 * where it is empty now.
 */
recorded: boolean, 
/**
 * An answer that would fit better.
 */
fix: FixView | null, };

/**
 * The one error that leaves the core.
 */
export type ApiError = { 
/**
 * Stable name of the reason, for programs.
 */
code: string, 
/**
 * What happened, what is safe, what to do next.
 */
message: string, 
/**
 * The field of the request the sentence is about, where there is one.
 */
field: string | null, };

/**
 * A new request for help.
 */
export type AskHelp = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What is asked for, in a line: "Look over my application".
 */
what: string, 
/**
 * What it is about: the name of the file that is sent along, or a link.
 */
attachment?: string | null, 
/**
 * By when it is needed, as `2026-05-20`.
 */
neededBy?: string | null, 
/**
 * More about it.
 */
note?: string | null, 
/**
 * Who asks; the mentee when left out.
 */
side?: Side | null, 
/**
 * The session in which it is asked.
 */
session?: SessionId | null, };

/**
 * Who asks that a section is answered before signing.
 */
export type AskedFor = "nobody" | "fairlead" | "template";

/**
 * What became of one list.
 */
export type AssessmentChange = { 
/**
 * Which.
 */
list: AssessmentList, 
/**
 * Named both times.
 */
kept: Array<string>, 
/**
 * Named now and not at the start.
 */
new: Array<string>, 
/**
 * Named at the start and not now.
 */
gone: Array<string>, };

/**
 * Then and now.
 */
export type AssessmentCompared = { 
/**
 * The later moment.
 */
with: AssessmentStage, 
/**
 * One row for each list.
 */
lists: Array<AssessmentChange>, };

/**
 * A line of where somebody stands.
 */
export type AssessmentLineId = string;

/**
 * A line of a list.
 */
export type AssessmentLineView = { 
/**
 * Id.
 */
id: AssessmentLineId, 
/**
 * What it says.
 */
text: string, };

/**
 * One of the three lists of where somebody stands (R86).
 */
export type AssessmentList = "strengths" | "weaknesses" | "style";

/**
 * One list.
 */
export type AssessmentListView = { 
/**
 * Which.
 */
list: AssessmentList, 
/**
 * Its name.
 */
name: string, 
/**
 * Its lines in order.
 */
lines: Array<AssessmentLineView>, };

/**
 * When somebody looked at where they stand (R27, R86).
 */
export type AssessmentStage = "start" | "mid_point" | "end";

/**
 * The three lists of one moment.
 */
export type AssessmentStageView = { 
/**
 * Which moment.
 */
stage: AssessmentStage, 
/**
 * Which moment, in words.
 */
words: string, 
/**
 * The three lists.
 */
lists: Array<AssessmentListView>, };

/**
 * A file with what is in it.
 */
export type AttachmentFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its media type.
 */
mediaType: string, 
/**
 * The file in base64.
 */
base64: string, };

/**
 * A file that somebody added.
 */
export type AttachmentId = string;

/**
 * What a file is for.
 */
export type AttachmentKind = "profile" | "plan" | "help";

/**
 * A file, as it is listed.
 */
export type AttachmentView = { 
/**
 * Its id.
 */
id: AttachmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
kind: AttachmentKind, 
/**
 * The task of a request for help; empty for the others.
 */
about: string, 
/**
 * Whose it is.
 */
side: Side, 
/**
 * Their name.
 */
owner: string, 
/**
 * Its media type.
 */
mediaType: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * `PDF, 84 kB`.
 */
words: string, 
/**
 * Whether it goes over with the next packet.
 */
shared: boolean, 
/**
 * Whether the file is on this computer; what somebody else shared may not be.
 */
here: boolean, 
/**
 * When it was added.
 */
added: DateWords | null, };

/**
 * The files of a relationship.
 */
export type Attachments = { 
/**
 * The files, the oldest first.
 */
attachments: Array<AttachmentView>, 
/**
 * The one that was added just now.
 */
id: AttachmentId | null, };

/**
 * Weeks or months.
 */
export type AwayUnit = "weeks" | "months";

/**
 * One backup.
 */
export type BackupName = { 
/**
 * Its name, as the list gives it.
 */
backup: string, };

/**
 * A backup that can be restored.
 */
export type BackupView = { 
/**
 * Its name.
 */
backup: string, 
/**
 * When it was made, as `Thursday 26 November 2026, 14:05`.
 */
made: string, 
/**
 * When it was made, as RFC 9557 text.
 */
at: string, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Relationships in it.
 */
relationships: number, 
/**
 * Answers in it.
 */
answers: number, 
/**
 * Its size in bytes.
 */
bytes: number, };

/**
 * The backups, newest first.
 */
export type Backups = { 
/**
 * The backups.
 */
backups: Array<BackupView>, };

/**
 * A bar of the timeline.
 */
export type BarView = { 
/**
 * The activity.
 */
activity: ActivityId, 
/**
 * Its goal.
 */
goal: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * Its kind.
 */
kind: ActivityKind, 
/**
 * How long it takes, in words; empty where nobody said.
 */
effort: string, 
/**
 * Its first day.
 */
start: DateWords, 
/**
 * Its last day; the first where nobody said how long it takes.
 */
finish: DateWords, 
/**
 * Days from the first day of the timeline to its first.
 */
offset: number, 
/**
 * Its length in days, at least 1.
 */
days: number, };

/**
 * Freezes the text to be signed.
 */
export type BeginSigning = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Sections and own headings that are still talked about and are left for later on purpose. Any other
 * that is still talked about keeps the text from being signed. `["all"]` stands for all of them;
 * agreement.ready lists them.
 */
later?: Array<string>, };

/**
 * Something that the owner wants to change about how they work.
 */
export type BehaviourId = string;

/**
 * Something that the owner wants to change (R99). It never leaves this computer (B8).
 */
export type BehaviourView = { 
/**
 * Id.
 */
id: BehaviourId, 
/**
 * What it is.
 */
text: string, 
/**
 * The goal that was made of it, where one was and is still there.
 */
goal: GoalId | null, 
/**
 * The title of that goal.
 */
title: string | null, };

/**
 * What the owner wants to change, in their order.
 */
export type Behaviours = { 
/**
 * All of it.
 */
behaviours: Array<BehaviourView>, 
/**
 * The one that was just added.
 */
id: BehaviourId | null, 
/**
 * The goal that was just made.
 */
goal: GoalId | null, };

/**
 * When the bell rings next.
 */
export type Bell = { 
/**
 * None where no session of the coming day has one.
 */
next: NextBell | null, };

/**
 * Words of both, in answer to a suggestion.
 */
export type BlendSuggestion = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which suggestion.
 */
suggestion: SuggestionId, 
/**
 * The words, or the answer as its field takes it.
 */
value: AnswerValue | null, 
/**
 * Who says so; left out, the one who did not make it.
 */
side?: Side | null, 
/**
 * What is said with them.
 */
comment?: string | null, 
/**
 * Both are here and want these words: they stand at once. Otherwise they are a suggestion of their
 * own, for the other one to decide.
 */
both?: boolean | null, };

/**
 * One block of the paper.
 *
 * `Paragraph`, `List`, `Checkbox`, `Lines` and `Bar` look the same here and in [`Content`], so that one renderer serves both.
 */
export type Block = { "kind": "title", 
/**
 * The name, like "Mentoring agreement".
 */
text: string, 
/**
 * A line under it, like the names; may be empty.
 */
under: string, } | { "kind": "heading", 
/**
 * 1 (part), 2 (section), 3 (within a section) or 4; anything else counts as the nearest of them.
 */
level: number, 
/**
 * The number or letter before it, like "3" or "Part 2".
 */
number: string | null, 
/**
 * The heading.
 */
text: string, } | { "kind": "paragraph", 
/**
 * How it looks.
 */
style: TextStyle, 
/**
 * Its text. A line feed starts a new line.
 */
runs: Array<Run>, } | { "kind": "list", 
/**
 * Numbered from 1 instead of bullets.
 */
ordered: boolean, 
/**
 * Its items.
 */
items: Array<Item>, } | { "kind": "table" } & Table | { "kind": "facts", 
/**
 * The pairs, in order.
 */
facts: Array<Fact>, } | { "kind": "signatures", 
/**
 * One for each person.
 */
boxes: Array<SignatureBox>, } | { "kind": "qrCode" } & QrCode | { "kind": "lines", 
/**
 * How many lines; 0 counts as 1, more than 200 as 200.
 */
count: number, 
/**
 * What belongs there, small, over the lines; may be empty.
 */
label: string, } | { "kind": "checkbox", 
/**
 * Whether it is ticked.
 */
checked: boolean, 
/**
 * What it stands for.
 */
runs: Array<Run>, } | { "kind": "bar", 
/**
 * Where it begins, in thousandths of the width from where reading starts.
 */
from: number, 
/**
 * Where it ends, in thousandths.
 */
to: number, } | { "kind": "rule", 
/**
 * How it is drawn.
 */
line: LineStyle, } | { "kind": "picture" } & Picture | { "kind": "pageBreak" } | { "kind": "keepTogether", 
/**
 * The blocks.
 */
blocks: Array<Block>, };

/**
 * A mid-point meeting to be booked (R116).
 */
export type BookMidPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The day, as `2026-07-30`; the mid-point itself when left out.
 */
on?: string | null, 
/**
 * The time, as `14:00`.
 */
at: string, 
/**
 * How long, in minutes; as agreed when left out, else 60.
 */
minutes?: number | null, 
/**
 * How; face to face when left out, for pairs who work from a distance video with camera on (R128).
 */
method?: string | null, 
/**
 * Where, or the link; as agreed when left out.
 */
place?: string | null, };

/**
 * A calendar file (.ics).
 */
export type CalendarFile = { 
/**
 * A name to suggest, with its ending.
 */
name: string, 
/**
 * What stands in the file.
 */
text: string, 
/**
 * How many entries it has.
 */
entries: number, };

/**
 * Which sessions go into a calendar file; all of them where none are named.
 */
export type CalendarOf = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * One session: cancelled, the file takes it out of the calendar.
 */
session?: SessionId | null, 
/**
 * The sessions of a series.
 */
series?: SeriesId | null, };

/**
 * A session that is called off. The line in the ledger says who asked and how long before (R20, R21).
 */
export type CancelSession = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Who asked; the owner when left out.
 */
askedBy?: Side | null, 
/**
 * On which day that was asked, as `2026-06-12`; now when left out.
 */
askedOn?: string | null, 
/**
 * At what time, as `10:00`, where it is known.
 */
askedAt?: string | null, 
/**
 * Why, where that was said.
 */
reason?: string | null, 
/**
 * Whether one of the two would have travelled, so that more notice is owed.
 */
travel?: boolean | null, };

/**
 * Question 5: as the log counts it, or as the person sees it.
 */
export type CancelledAnswer = "as_counted" | "yes" | "no";

/**
 * A date that cannot be kept (R23).
 */
export type CantMakeIt = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which task.
 */
task: TaskId, 
/**
 * The date that can be kept, as `2026-04-10`.
 */
due: string, 
/**
 * Why, where somebody wants to say it.
 */
reason?: string | null, };

/**
 * Something that waits for the owner.
 */
export type Card = { 
/**
 * Stable name, for keeping the place in the list.
 */
id: string, 
/**
 * What kind: `recovery_code`, `connection`, `suggestion`, `agreement`, `sign`, `signature` (the other
 * person's is waited for), `confirm_paper`, or a reminder's number such as `N20`.
 */
kind: string, 
/**
 * What is to be done.
 */
title: string, 
/**
 * One more sentence.
 */
body: string, 
/**
 * Why it is here.
 */
why: string, 
/**
 * Where the clause or rule behind it stands.
 */
whyRoute: string | null, 
/**
 * Words of the button.
 */
action: string, 
/**
 * Where the button leads.
 */
route: string, 
/**
 * By when, where there is a date.
 */
by: DateWords | null, 
/**
 * The relationship it belongs to.
 */
relationship: RelationshipId | null, 
/**
 * The reminder behind it, which can be put off or dismissed.
 */
reminder: string | null, };

/**
 * A cell of a table.
 */
export type Cell = { 
/**
 * Its content.
 */
content: Array<Content>, };

/**
 * One thing that changed.
 */
export type Change = { 
/**
 * In words: "Tomasz changed “Clarify roles”".
 */
text: string, 
/**
 * Where to look at it.
 */
route: string, };

/**
 * Changes to an activity; what is left out stays.
 */
export type ChangeActivity = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which activity.
 */
activity: ActivityId, 
/**
 * The goal it belongs to.
 */
goal?: GoalId | null, 
/**
 * What it is.
 */
title?: string | null, 
/**
 * One of the three kinds of learning.
 */
kind?: ActivityKind | null, 
/**
 * How long it takes; a count of 0 for not known.
 */
effort?: Effort | null, 
/**
 * Its first day, as `2026-11-26`; empty for not known.
 */
start?: string | null, 
/**
 * Its last day, as `2026-11-26`, where the effort is in hours; empty for the first day.
 */
finish?: string | null, 
/**
 * Who does it.
 */
owner?: ActivityOwner | null, 
/**
 * How far it is.
 */
state?: ActivityState | null, 
/**
 * Since which day it is so far, as `2026-11-26`, up to today; today when left out and the state changes.
 */
since?: string | null, 
/**
 * What the owner learned by it (R106).
 */
learned?: string | null, };

/**
 * Other words for a point of an agenda.
 */
export type ChangeAgendaPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The session on whose agenda it stands.
 */
session: SessionId, 
/**
 * Which point.
 */
point: string, 
/**
 * What it is.
 */
text: string, };

/**
 * Other words for a line.
 */
export type ChangeAssessmentLine = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which line.
 */
line: AssessmentLineId, 
/**
 * What it says.
 */
text: string, };

/**
 * Other words for something that the owner wants to change.
 */
export type ChangeBehaviour = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which one.
 */
behaviour: BehaviourId, 
/**
 * What it is.
 */
text: string, };

/**
 * Changes to a channel; what is left out stays.
 */
export type ChangeChannel = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which channel.
 */
channel: ChannelId, 
/**
 * What it is.
 */
kind?: ChannelKind | null, 
/**
 * Its own name.
 */
label?: string | null, 
/**
 * Address, number or link.
 */
address?: string | null, 
/**
 * Anything to add.
 */
note?: string | null, 
/**
 * How soon an answer comes this way.
 */
reply?: ReplyPromise | null, 
/**
 * Takes the promise of an answer back.
 */
noPromise?: boolean | null, };

/**
 * Changes to a contact that was written down; what is left out stays.
 */
export type ChangeContact = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which contact.
 */
contact: ContactId, 
/**
 * `out` from the owner, `in` from the other person.
 */
direction?: Direction | null, 
/**
 * Who reached out, in place of `direction`.
 */
from?: Side | null, 
/**
 * By which way.
 */
channel?: ChannelKind | null, 
/**
 * On which day, as `2026-11-26`.
 */
on?: string | null, 
/**
 * At which time, as `14:00`; an empty text takes the time away.
 */
at?: string | null, 
/**
 * One line about it.
 */
note?: string | null, 
/**
 * Whether it wants an answer; false when none is expected any more.
 */
needsReply?: boolean | null, };

/**
 * Changes to feedback. What is left out stays.
 */
export type ChangeFeedbackPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which feedback.
 */
feedback: string, 
/**
 * What is said.
 */
text?: string | null, 
/**
 * What it is for.
 */
tag?: FeedbackTag | null, 
/**
 * Where it stands between the two: `open`, `taken` or `agree_to_disagree` (R77).
 */
state?: FeedbackState | null, };

/**
 * Changes to a goal; what is left out stays.
 */
export type ChangeGoal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which goal.
 */
goal: GoalId, 
/**
 * What it is.
 */
title?: string | null, 
/**
 * How the two will know.
 */
measure?: string | null, 
/**
 * Short-term or long-term.
 */
horizon?: Horizon | null, 
/**
 * 1 to 3 for one of the top three (R88); 0 for none. A goal in the way moves on by one; where three other
 * goals are ranked already, `unrank` says which one gives its rank up.
 */
rank?: number | null, 
/**
 * The goal that gives its rank up for this one.
 */
unrank?: GoalId | null, 
/**
 * On which occasion it was set (R65).
 */
occasion?: Occasion | null, 
/**
 * On which day it was set, as `2026-11-26`; empty for not known.
 */
on?: string | null, };

/**
 * Changes to a heading; what is left out stays.
 */
export type ChangeHeading = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which heading.
 */
heading: HeadingId, 
/**
 * The heading.
 */
title?: string | null, 
/**
 * What they have decided.
 */
text?: string | null, 
/**
 * How the two stand to it.
 */
standing?: Standing | null, };

/**
 * Changes to how the two came together; what is left out stays.
 */
export type ChangeIntake = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which way.
 */
kind?: IntakeKind | null, 
/**
 * When the mentor was asked.
 */
askedOn?: string | null, 
/**
 * What the mentor was asked.
 */
message?: string | null, };

/**
 * What became of something.
 */
export type ChangeKind = "added" | "removed" | "changed" | "moved";

/**
 * Changes to a milestone; what is left out stays.
 */
export type ChangeMilestone = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which milestone.
 */
milestone: MilestoneId, 
/**
 * What it is.
 */
name?: string | null, 
/**
 * When, as `2026-11-26`; empty for not known.
 */
on?: string | null, 
/**
 * Where it comes from.
 */
source?: string | null, 
/**
 * By what the two will see that it is reached (R137); empty for nothing.
 */
evidence?: string | null, 
/**
 * What the two make of it (R138).
 */
rating?: RateMilestone | null, 
/**
 * Whether the relationship ends on it. Yes moves the end date to it (R67).
 */
ends?: boolean | null, };

/**
 * Changes to a moment; what is left out stays.
 */
export type ChangeMoment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which moment.
 */
moment: MomentId, 
/**
 * What it was.
 */
text?: string | null, 
/**
 * Its day, as `2026-11-26`, up to today.
 */
on?: string | null, };

/**
 * Other words for a line of the shared notes.
 */
export type ChangeNote = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Of which session.
 */
session: SessionId, 
/**
 * Which line.
 */
note: string, 
/**
 * What it says. The action that was made of it says the same.
 */
text: string, };

/**
 * The notice given of a move or a cancellation (R21).
 */
export type ChangeNotice = { 
/**
 * Calendar days between the day of asking and the day of the session; negative after it.
 */
days: number, 
/**
 * Whole hours; days times 24 where the time of asking is not known.
 */
hours: number, 
/**
 * In words: `5 days`, `1 day (20 hours)`, `3 hours`.
 */
words: string, 
/**
 * Hours that the two owe each other.
 */
owedHours: number, 
/**
 * Whether that much was given.
 */
enough: boolean, };

/**
 * Changes to the words of a permission; what is left out stays.
 */
export type ChangePermission = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which permission.
 */
permission: PermissionId, 
/**
 * What is passed on.
 */
what?: string | null, 
/**
 * To whom.
 */
whom?: string | null, };

/**
 * Changes to a person; what is left out stays.
 */
export type ChangePerson = { 
/**
 * Name.
 */
name?: string | null, 
/**
 * E-mail address; empty for none.
 */
email?: string | null, 
/**
 * Phone number; empty for none.
 */
phone?: string | null, 
/**
 * IANA time zone (R92).
 */
zone?: string | null, 
/**
 * Place; empty for none.
 */
place?: string | null, };

/**
 * What is said of the plan as a whole; what is left out stays.
 */
export type ChangePlan = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What the mentee is heading for (R137).
 */
careerGoal?: string | null, 
/**
 * Where the mentee is now (R137).
 */
situation?: string | null, };

/**
 * Changes to the programme; what is left out stays.
 */
export type ChangeProgramme = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Its name.
 */
name?: string | null, 
/**
 * Its e-mail address.
 */
email?: string | null, 
/**
 * Its web page.
 */
web?: string | null, 
/**
 * Its phone number.
 */
phone?: string | null, 
/**
 * What it calls things; an empty word brings the usual one back.
 */
words?: ChangeProgrammeWords | null, };

/**
 * Changes to a person or an address of the programme; what is left out stays.
 */
export type ChangeProgrammeContact = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which entry.
 */
contact: ProgrammeContactId, 
/**
 * What it is.
 */
kind?: ProgrammeContactKind | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * E-mail address.
 */
email?: string | null, 
/**
 * Phone number.
 */
phone?: string | null, 
/**
 * Anything to add.
 */
note?: string | null, };

/**
 * Changes to an event; what is left out stays.
 */
export type ChangeProgrammeEvent = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which event.
 */
event: ProgrammeEventId, 
/**
 * What it is.
 */
name?: string | null, 
/**
 * The day; empty for not known.
 */
on?: string | null, 
/**
 * The time; empty for none.
 */
at?: string | null, 
/**
 * Where.
 */
place?: string | null, 
/**
 * Anything to add.
 */
note?: string | null, };

/**
 * Changes to what a relationship says of its programme; what is left out stays.
 */
export type ChangeProgrammeName = { 
/**
 * Its name; empty for none.
 */
name?: string | null, 
/**
 * Its e-mail address; empty for none.
 */
email?: string | null, };

/**
 * Changes to what the programme calls things; what is left out stays (C29).
 */
export type ChangeProgrammeWords = { 
/**
 * For mentor.
 */
mentor?: string | null, 
/**
 * For mentee.
 */
mentee?: string | null, 
/**
 * For meeting.
 */
meeting?: string | null, 
/**
 * For programme.
 */
programme?: string | null, 
/**
 * For coordinator.
 */
coordinator?: string | null, };

/**
 * Changes to a relationship; what is left out stays.
 */
export type ChangeRelationship = { 
/**
 * Which.
 */
relationship: RelationshipId, 
/**
 * A new connection date, as `2026-11-26` (R3: it may be back-dated, and the change is in the history).
 */
connectedOn?: string | null, 
/**
 * The mentor's details.
 */
mentor?: ChangePerson | null, 
/**
 * The mentee's details.
 */
mentee?: ChangePerson | null, 
/**
 * The programme.
 */
programme?: ChangeProgrammeName | null, };

/**
 * Another choice for a kind of reminder.
 */
export type ChangeReminderKind = { 
/**
 * Number in the catalogue.
 */
kind: Number, 
/**
 * How it reaches the owner; left out, as before.
 */
delivery?: Delivery | null, 
/**
 * When it comes, in days (minutes for N09 to N11) from what it is counted from, negative before it, like
 * `[-14, -3, 0]`; left out, as before.
 */
leads?: Array<number> | null, };

/**
 * Changes to a resource; what is left out stays.
 */
export type ChangeResource = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which resource.
 */
resource: ResourceId, 
/**
 * The goal it belongs to.
 */
goal?: GoalId | null, 
/**
 * A link, a book, a person or an opportunity.
 */
kind?: ResourceKind | null, 
/**
 * What it is.
 */
title?: string | null, 
/**
 * Where it is found; empty for nowhere.
 */
place?: string | null, 
/**
 * A remark; empty for none.
 */
note?: string | null, 
/**
 * Whose idea it is.
 */
side?: Side | null, };

/**
 * Changes to a session; what is left out stays. Putting day and time right here is no move: nobody asked for it.
 */
export type ChangeSession = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What it is for.
 */
kind?: SessionKind | null, 
/**
 * How.
 */
method?: string | null, 
/**
 * Where, or the link.
 */
place?: string | null, 
/**
 * What it is about.
 */
topic?: string | null, 
/**
 * How long it is planned to be, in minutes.
 */
minutes?: number | null, 
/**
 * How long it really was, in minutes, where it was held.
 */
heldMinutes?: number | null, 
/**
 * The right day, where it was written down wrongly.
 */
on?: string | null, 
/**
 * The right time in the session's zone, where it was written down wrongly.
 */
at?: string | null, };

/**
 * Changes to whom the mentee tells of taking part; what is left out stays (R93).
 */
export type ChangeSupervisor = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Their name.
 */
name?: string | null, 
/**
 * Their e-mail address.
 */
email?: string | null, 
/**
 * Whether a brief may be made at all; no brief is made before (C24).
 */
agreed?: boolean | null, 
/**
 * The day on which the supervisor is told, as `2026-03-20`; an empty text takes it away (N25).
 */
briefOn?: string | null, 
/**
 * Whether the supervisor has been told.
 */
done?: boolean | null, 
/**
 * The programme's events of which the supervisor may know, by their ids (R94).
 */
events?: Array<string> | null, };

/**
 * Changes to a task. What is left out stays.
 */
export type ChangeTask = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which task.
 */
task: TaskId, 
/**
 * What is to be done.
 */
what?: string | null, 
/**
 * Whose task it is.
 */
owner?: Side | null, 
/**
 * By when, as `2026-04-03`; empty takes the date away. This agrees on another date and counts as no
 * delay: for a date that cannot be kept there is task.cant_make_it.
 */
due?: string | null, 
/**
 * More about it.
 */
note?: string | null, };

/**
 * Changes to a template; what is left out stays.
 */
export type ChangeTemplate = { 
/**
 * Its id.
 */
template: TemplateId, 
/**
 * What it is called.
 */
name?: string | null, 
/**
 * The programme that asks for what it marks; empty for none.
 */
programme?: string | null, 
/**
 * Whether it is offered to no new relationship.
 */
retired?: boolean | null, };

/**
 * Changes to a section of a template; what is left out stays.
 */
export type ChangeTemplateSection = { 
/**
 * Which template.
 */
template: TemplateId, 
/**
 * Key of the section.
 */
section: string, 
/**
 * Its title; empty for the shipped one.
 */
title?: string | null, 
/**
 * Its guidance; empty for the shipped one.
 */
guidance?: string | null, 
/**
 * Whether it is asked for before signing.
 */
asked?: boolean | null, 
/**
 * Whether it is left out from the start.
 */
hidden?: boolean | null, };

/**
 * Changes to a topic. What is left out stays.
 */
export type ChangeTopic = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which topic.
 */
topic: TopicId, 
/**
 * What it is about.
 */
title?: string | null, 
/**
 * When the module takes place, as `2026-05-20`; empty takes the date away.
 */
on?: string | null, 
/**
 * What was written before a module.
 */
before?: string | null, 
/**
 * What was written after it.
 */
after?: string | null, 
/**
 * The session it belongs to; empty takes it out of the session.
 */
session?: string | null, 
/**
 * Whether the two are done with it.
 */
done?: boolean | null, };

/**
 * A way to reach one of the two.
 */
export type ChannelId = string;

/**
 * A way to reach somebody (R11). Names of single tools are neutral (C26).
 */
export type ChannelKind = "video_call" | "email" | "text" | "phone" | "mobile" | "messaging" | "in_person" | "skype" | "other";

/**
 * A way to reach one person.
 */
export type ChannelView = { 
/**
 * Id.
 */
id: ChannelId, 
/**
 * What it is.
 */
kind: ChannelKind, 
/**
 * What it is called: its own name, or that of its kind.
 */
name: string, 
/**
 * Its own name, like that of an app; may be empty.
 */
label: string, 
/**
 * Address, number or link; may be empty.
 */
address: string, 
/**
 * Anything to add; may be empty.
 */
note: string, 
/**
 * How soon an answer comes this way (R73).
 */
reply: ReplyPromise | null, 
/**
 * The promise in words: `within 2 days`.
 */
promise: string | null, };

/**
 * The two files of a version, from wherever they come.
 */
export type CheckFiles = { 
/**
 * `agreement.json`, to the letter.
 */
agreement: string, 
/**
 * `signatures.json`, to the letter.
 */
signatures: string, };

/**
 * What one of the two answered at a check-point.
 */
export type CheckPointAnswers = { 
/**
 * Who.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * Whether anything is answered.
 */
answered: boolean, 
/**
 * The answers in the order of the questions.
 */
answers: Array<string>, };

/**
 * A question of a check-point.
 */
export type CheckPointQuestion = { 
/**
 * Its field in check_point.answer.
 */
key: string, 
/**
 * The question.
 */
question: string, };

/**
 * A session that is a check-point.
 */
export type CheckPointView = { 
/**
 * The session.
 */
session: SessionId, 
/**
 * Its day.
 */
date: DateWords, 
/**
 * Whether it was held.
 */
held: boolean, 
/**
 * The mentee's answers and the mentor's.
 */
people: Array<CheckPointAnswers>, };

/**
 * The check-points of a relationship (R115).
 */
export type CheckPoints = { 
/**
 * Every which session is one; 0 for none.
 */
every: number, 
/**
 * That in a sentence.
 */
words: string, 
/**
 * The three questions.
 */
questions: Array<CheckPointQuestion>, 
/**
 * The sessions, in the order of their dates.
 */
sessions: Array<CheckPointView>, 
/**
 * A question for the mentor alone, to be answered in self_check.save (R153); none for the mentee.
 */
mentorQuestion: string | null, 
/**
 * Where such a meeting is best held (R128).
 */
placeTip: string, };

/**
 * What is known of the key of one of the two.
 */
export type CheckedKey = { 
/**
 * Whose.
 */
side: Side, 
/**
 * Fingerprint of the key.
 */
key: FingerprintView, 
/**
 * What is known of it: `kept_here`, `first`, `same`, `changed` or `unknown`.
 */
known: string, 
/**
 * In a sentence, with what to do next.
 */
words: string, };

/**
 * One of the three checklists of a session (R17): `before`, `ready` and `after`.
 */
export type Checklist = { 
/**
 * `before`: it is arranged. `ready`: it is prepared. `after`: it is followed up.
 */
list: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Its steps.
 */
steps: Array<ChecklistStep>, 
/**
 * How many of them are done.
 */
done: number, };

/**
 * One step of a checklist.
 */
export type ChecklistStep = { 
/**
 * Stable name.
 */
step: string, 
/**
 * What is to be done.
 */
words: string, 
/**
 * Whether it is.
 */
done: boolean, };

/**
 * The 90-day check-up of a relationship, as one of the two sees it.
 */
export type Checkup = { 
/**
 * When the partnership began (C11); none as long as nothing is known.
 */
start: DateWords | null, 
/**
 * Whether that is the connection date, because no meeting was held yet.
 */
provisional: boolean, 
/**
 * When it is due: 90 days after the start.
 */
due: DateWords | null, 
/**
 * The days on which it is announced.
 */
notices: Array<DateWords>, 
/**
 * Where it stands, in a sentence.
 */
status: string, 
/**
 * The own form. Nobody else sees it before it is shared.
 */
own: CheckupForm, 
/**
 * What the other person has shared; none before.
 */
other: CheckupForm | null, 
/**
 * The other person's name.
 */
otherName: string, 
/**
 * What follows from both, once both have shared (C16).
 */
together: CheckupOutcomeView | null, 
/**
 * Meetings about obstacles, the newest first.
 */
plans: Array<ObstaclePlanView>, 
/**
 * What is offered because of cancelled sessions; none below two in a row.
 */
streak: StreakCard | null, 
/**
 * Where such a meeting is best held (R128).
 */
placeTip: string, };

/**
 * What can be done from a card.
 */
export type CheckupAction = { 
/**
 * What the button says.
 */
words: string, 
/**
 * Where it leads.
 */
route: string, };

/**
 * A card of an outcome, in the order in which they are shown.
 */
export type CheckupCard = { 
/**
 * Which.
 */
kind: CheckupCardKind, 
/**
 * Its title.
 */
title: string, 
/**
 * Its text.
 */
text: string, 
/**
 * What can be done.
 */
actions: Array<CheckupAction>, 
/**
 * Where to turn in the programme, a line each; for the coordinator's card.
 */
addresses: Array<string>, 
/**
 * A letter to the programme; for the coordinator's card.
 */
letter: CheckupLetter | null, };

/**
 * A card of an outcome.
 */
export type CheckupCardKind = "on_track" | "talk" | "coordinator" | "plan";

/**
 * The form of one person.
 */
export type CheckupForm = { 
/**
 * Whose.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * The five questions in order, each with how it counts.
 */
lines: Array<CheckupLine>, 
/**
 * How many answers are unfavourable.
 */
unfavourable: number, 
/**
 * Whether all five are answered.
 */
answered: boolean, 
/**
 * The sum in a sentence.
 */
sum: string, 
/**
 * Whether step 2 is open: three or more here, or in what the other person has shared (C16).
 */
obstaclesOpen: boolean, 
/**
 * The ten obstacles in order.
 */
obstacles: Array<ObstacleView>, 
/**
 * When the person completed it.
 */
completed: DateWords | null, 
/**
 * When the person shared it.
 */
shared: DateWords | null, 
/**
 * What follows from it; none before it is completed.
 */
result: CheckupOutcomeView | null, };

/**
 * What a single obstacle brings besides.
 */
export type CheckupHelp = { 
/**
 * Which obstacle.
 */
obstacle: number, 
/**
 * What help.
 */
help: ObstacleHelp, 
/**
 * Its title.
 */
title: string, 
/**
 * Its text.
 */
text: string, 
/**
 * What can be done.
 */
action: CheckupAction, };

/**
 * A letter to the programme: names and dates only (C23).
 */
export type CheckupLetter = { 
/**
 * The address; empty where none is known.
 */
to: string, 
/**
 * Who it goes to, by name.
 */
name: string, 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
text: string, };

/**
 * One of the five questions with its answer and how it counts (R109).
 */
export type CheckupLine = { 
/**
 * 1 to 5.
 */
number: number, 
/**
 * Its field in checkup.answer.
 */
key: string, 
/**
 * The question.
 */
question: string, 
/**
 * What can be chosen.
 */
options: Array<CheckupOption>, 
/**
 * The answer that counts; none as long as there is none.
 */
answer: string | null, 
/**
 * The same in words.
 */
words: string, 
/**
 * What the log says, in a sentence; questions 2 and 5 only.
 */
counted: string | null, 
/**
 * Whether the person sees it otherwise than the log.
 */
overruled: boolean, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether it counts as unfavourable; none as long as it is open.
 */
unfavourable: boolean | null, 
/**
 * That in words: `favourable`, `unfavourable`, `not answered yet`.
 */
verdict: string, };

/**
 * An answer that can be chosen.
 */
export type CheckupOption = { 
/**
 * The word of the API.
 */
value: string, 
/**
 * In words.
 */
words: string, };

/**
 * What follows from the check-up.
 */
export type CheckupOutcome = "on_track" | "nothing_named" | "a" | "b" | "both";

/**
 * What follows from a check-up (R109, R112, R113).
 */
export type CheckupOutcomeView = { 
/**
 * Which outcome.
 */
outcome: CheckupOutcome, 
/**
 * Its cards in order: A before B.
 */
cards: Array<CheckupCard>, 
/**
 * What single obstacles bring besides, in their order.
 */
helps: Array<CheckupHelp>, };

/**
 * What the mentee does about a request that lapsed or was declined (R132).
 */
export type ChooseAfterRequest = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What.
 */
choice: RequestChoice, 
/**
 * The day, as `2026-02-20`; today when left out. Asking again gives ten days from this day.
 */
on?: string | null, };

/**
 * What is done as no agenda has come.
 */
export type ChooseMissing = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * For which session.
 */
session: SessionId, 
/**
 * What is done; null takes it back.
 */
choice: AgendaMissing | null, };

/**
 * One page of a revisit (R47).
 */
export type ChoosePage = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The section, by its key from revisit.get.
 */
section: string, 
/**
 * Whether it stays or changes; a section that changes is talked about again. Null takes the choice back.
 */
choice: PageChoice | null, 
/**
 * Other words for it: they become a suggestion, for the other person to decide.
 */
words?: string | null, 
/**
 * Who suggests them: `mentor` or `mentee`; the owner when left out.
 */
side?: Side | null, 
/**
 * A word to it.
 */
note?: string | null, };

/**
 * The time that the other person chose.
 */
export type ChooseSlot = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which proposal.
 */
proposal: ProposalId, 
/**
 * Which of its times, from 1.
 */
slot: number, };

/**
 * How the two kept a section of what they signed.
 */
export type ClauseKept = "kept" | "partly" | "not_kept";

/**
 * How telling the programme ended (R7).
 */
export type CloseEscalation = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * About what; about the first contact when left out.
 */
about?: EscalationAbout | null, 
/**
 * The programme was told, or there was no need; null opens it again.
 */
outcome: EscalationOutcome | null, 
/**
 * Why there was no need; asked for then.
 */
reason?: string | null, 
/**
 * On which day, as `2026-11-26`; today when left out.
 */
on?: string | null, };

/**
 * Closing a relationship.
 */
export type CloseRelationship = { 
/**
 * Which.
 */
relationship: RelationshipId, 
/**
 * The day, as `2026-12-16`; today when left out.
 */
on?: string | null, };

/**
 * What one of the two answered.
 */
export type ClosingAnswer = { 
/**
 * Whose answer.
 */
side: Side, 
/**
 * Their name.
 */
name: string, 
/**
 * The answer; empty where there is none yet. A number from 1 to 5 for a scale.
 */
text: string, };

/**
 * What kind of answer a question takes.
 */
export type ClosingAnswerKind = "text" | "scale";

/**
 * What the log says, counted (R122, R124).
 */
export type ClosingFacts = { 
/**
 * `2 of 3 goals reached, 8 meetings, 10 h, 9 journal moments`.
 */
sentence: string, 
/**
 * Goals reached.
 */
goalsReached: number, 
/**
 * Goals that count: the ranked ones, or all where none has a rank.
 */
goals: number, 
/**
 * Meetings held.
 */
meetings: number, 
/**
 * Minutes of these meetings.
 */
minutes: number, 
/**
 * The same as `10 h`.
 */
time: string, 
/**
 * Moments of the journal.
 */
moments: number, 
/**
 * The goals, in their order.
 */
goalLines: Array<ClosingGoal>, 
/**
 * The meetings, the oldest first.
 */
meetingLines: Array<ClosingMeeting>, 
/**
 * The moments, the oldest first.
 */
momentLines: Array<ClosingMoment>, };

/**
 * A goal at the end.
 */
export type ClosingGoal = { 
/**
 * Which.
 */
goal: GoalId, 
/**
 * What it was.
 */
title: string, 
/**
 * Its rank among the top three.
 */
rank: number | null, 
/**
 * Whether it was reached.
 */
reached: boolean, 
/**
 * How it stands, in words.
 */
state: string, };

/**
 * What a question belongs to.
 */
export type ClosingGroup = "stock" | "return" | "evaluation";

/**
 * A meeting as the closing conversation tells it.
 */
export type ClosingMeeting = { 
/**
 * The day.
 */
date: DateWords, 
/**
 * How long it was.
 */
minutes: number, };

/**
 * A moment of the journal (R106).
 */
export type ClosingMoment = { 
/**
 * The day.
 */
date: DateWords | null, 
/**
 * What was written.
 */
text: string, 
/**
 * Whether both see it; the owner's own stay out of the closing record.
 */
shared: boolean, };

/**
 * A question of the closing conversation.
 */
export type ClosingQuestion = { 
/**
 * Its key.
 */
question: string, 
/**
 * What it belongs to.
 */
group: ClosingGroup, 
/**
 * What it takes.
 */
kind: ClosingAnswerKind, 
/**
 * What it is called.
 */
label: string, 
/**
 * What to think about, for the mentee and for the mentor.
 */
prompt: string, 
/**
 * Both answers, the mentee's first.
 */
answers: Array<ClosingAnswer>, };

/**
 * Whether a relationship is going on.
 */
export type ClosingStanding = "open" | "closed" | "ended";

/**
 * Something that happened to the course of the relationship.
 */
export type ClosingStep = { 
/**
 * What.
 */
what: ClosingStepKind, 
/**
 * In words.
 */
words: string, 
/**
 * Why, where that was said.
 */
reason: string, };

/**
 * What happened to the course of a relationship.
 */
export type ClosingStepKind = "closed" | "ended" | "reopened" | "extended" | "finished_early";

/**
 * The end of a relationship, as far as it has come.
 */
export type ClosingView = { 
/**
 * Whether it goes on.
 */
standing: ClosingStanding, 
/**
 * Since when it does not.
 */
on: DateWords | null, 
/**
 * `Closed 16 Dec`.
 */
badge: string | null, 
/**
 * What can be done with it now, where it has come to its end.
 */
sentence: string | null, 
/**
 * The end of the term.
 */
endsOn: DateWords | null, 
/**
 * The closing meeting, where one is planned or was held (R122).
 */
meeting: DateWords | null, 
/**
 * What the log says.
 */
facts: ClosingFacts, 
/**
 * The questions.
 */
questions: Array<ClosingQuestion>, 
/**
 * The ways to help mentoring along.
 */
culture: Array<CultureWay>, 
/**
 * What each thought of besides.
 */
cultureIdeas: Array<CultureIdeas>, 
/**
 * How the two stay in touch.
 */
stayInTouch: StayInTouch, 
/**
 * What happened, the oldest first.
 */
steps: Array<ClosingStep>, 
/**
 * What is still empty; none of it is asked for.
 */
open: Array<string>, };

/**
 * A recovery code.
 */
export type Code = { 
/**
 * The code as typed; case, spaces and dashes do not matter.
 */
code: string, };

/**
 * A column of a table.
 */
export type Column = { 
/**
 * Its part of the width, beside the other columns' shares. 0 counts as 1.
 */
share: number, 
/**
 * Where its text stands.
 */
align: Align, };

/**
 * A comment on a suggestion.
 */
export type CommentView = { 
/**
 * Whose it is.
 */
side: Side, 
/**
 * Whose it is, by name.
 */
name: string, 
/**
 * When, as `Thursday 26 November 2026, 14:05`.
 */
when: string, 
/**
 * What it says.
 */
text: string, };

/**
 * What one of the two says to going on.
 */
export type CommitmentChoice = "go_on" | "go_on_changed" | "end";

/**
 * What one of the two said to going on.
 */
export type CommitmentView = { 
/**
 * Who.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * What they said; none yet.
 */
choice: CommitmentChoice | null, 
/**
 * In words.
 */
words: string, 
/**
 * A word to it.
 */
note: string, 
/**
 * When.
 */
on: DateWords | null, };

/**
 * Two versions of a plan.
 */
export type ComparePlans = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Number of the earlier version; the newest kept one when left out.
 */
from?: number | null, 
/**
 * Number of the later version; the plan as it is now when left out.
 */
to?: number | null, };

/**
 * Two versions to be held against each other.
 */
export type CompareVersions = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Number of the one signed version; the newest signed one where none is named.
 */
from?: number | null, 
/**
 * Number of the other; the draft as it is now where none is named.
 */
to?: number | null, };

/**
 * A change with its words held against each other.
 */
export type ComparedChange = { 
/**
 * Word by word, what stays, goes and comes: the whole text in order.
 */
pieces: Array<Piece>, 
/**
 * Where the words stand, so that the earlier ones can be suggested again by `version.restore`; none for
 * what is no wording: a title, a goal, the order.
 */
place: SuggestionPlace | null, 
/**
 * The change in one sentence.
 */
sentence: string, 
/**
 * Key of the section or id of the own heading; none for the people, the programme and the order.
 */
section: string | null, 
/**
 * The section as people name it, like `Area 5, Contact`.
 */
title: string, 
/**
 * What of it, like a question; empty for the section as a whole.
 */
label: string, 
/**
 * Whose answer, where each gives one.
 */
side: Side | null, 
/**
 * What became of it.
 */
kind: ChangeKind, 
/**
 * The words before; empty where there were none.
 */
before: string, 
/**
 * The words after; empty where there are none.
 */
after: string, };

/**
 * A section of both versions, to be read side by side.
 */
export type ComparedSection = { 
/**
 * Key of the section, or id of an own heading.
 */
section: string, 
/**
 * The section as people name it, like `Area 5, Contact`.
 */
title: string, 
/**
 * Whether the two changed anything in it.
 */
changed: boolean, 
/**
 * What the earlier says, in lines; empty where it has no such section.
 */
before: Array<string>, 
/**
 * What the later says.
 */
after: Array<string>, };

/**
 * One side of a comparison.
 */
export type ComparedVersion = { 
/**
 * Its number.
 */
number: number, 
/**
 * Whether it is the draft as it is now.
 */
draft: boolean, 
/**
 * What it is called, like `Version 1, signed Tuesday 24 March 2026`.
 */
title: string, };

/**
 * What differs between two versions.
 */
export type Comparison = { 
/**
 * The earlier.
 */
from: ComparedVersion, 
/**
 * The later.
 */
to: ComparedVersion, 
/**
 * What the two changed, in the order of the paper.
 */
changes: Array<ComparedChange>, 
/**
 * Both, section by section.
 */
sections: Array<ComparedSection>, };

/**
 * A key that the two compared by voice.
 */
export type ConfirmKey = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The key: 64 hexadecimal digits.
 */
key: string, };

/**
 * Proposed sessions that go into both diaries: one, or all of a series.
 */
export type ConfirmSessions = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session?: SessionId | null, 
/**
 * Or which series.
 */
series?: SeriesId | null, };

/**
 * Confirms a signature that the other person made by hand.
 */
export type ConfirmSignature = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The signature by hand.
 */
signature: SignatureId, 
/**
 * Who confirms: the other person.
 */
side: Side, };

/**
 * The connection e-mail came.
 */
export type Connected = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Date of the e-mail as `2026-11-26`.
 */
on: string, };

/**
 * The connection e-mail.
 */
export type Connection = { 
/**
 * Whether it has come.
 */
state: ConnectionState, 
/**
 * Its date as `2026-11-26`, when it has come.
 */
on?: string | null, };

/**
 * Whether the connection e-mail has come (R2, R3).
 */
export type ConnectionState = "waiting" | "connected";

/**
 * A contact that was written down.
 */
export type ContactId = string;

/**
 * The contact log with all that follows from it today.
 */
export type ContactLogView = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Both names.
 */
title: string, 
/**
 * Where the two stand.
 */
contact: ContactStateView, 
/**
 * How long it has been quiet; none before the first contact.
 */
quiet: QuietView | null, 
/**
 * Messages without an answer, the oldest first.
 */
notHeardBack: Array<NotHeardBack>, 
/**
 * "All fine for now".
 */
allFine: AllFineView | null, 
/**
 * What can be told to the programme, and what was.
 */
escalations: Array<EscalationView>, 
/**
 * Messages to begin from.
 */
starters: Array<StarterView>, 
/**
 * What was written down, the newest first.
 */
contacts: Array<LoggedContact>, 
/**
 * The contact that was just written down.
 */
id: ContactId | null, };

/**
 * The contact plan.
 */
export type ContactPlan = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Both names.
 */
title: string, 
/**
 * The mentee's half.
 */
mentee: ContactSide, 
/**
 * The mentor's half.
 */
mentor: ContactSide, 
/**
 * The names of the parts of a day.
 */
parts: Array<PartName>, 
/**
 * How and when points for discussion are sent, in words (R13).
 */
points: Array<string>, 
/**
 * What happens when nobody answers, in words (R38 to R40).
 */
silence: Array<string>, 
/**
 * Where to turn in the programme, a line for each address (R159).
 */
programme: Array<string>, };

/**
 * What became of a change of the contact plan.
 */
export type ContactSaved = { 
/**
 * The plan as it is now.
 */
plan: ContactPlan, 
/**
 * The channel that was just added.
 */
id: ChannelId | null, };

/**
 * One person's half of the contact plan.
 */
export type ContactSide = { 
/**
 * Which side.
 */
side: Side, 
/**
 * Name.
 */
name: string, 
/**
 * Whether this is the owner of this installation.
 */
owner: boolean, 
/**
 * Whether nothing is written here yet.
 */
empty: boolean, 
/**
 * What to do about an empty half: `Ask Tomasz`; none where something is written, or for the owner.
 */
ask: string | null, 
/**
 * IANA zone in which the times are meant.
 */
zone: string, 
/**
 * What a clock there shows now.
 */
localTime: string, 
/**
 * The ways to reach this person, best first (R11).
 */
channels: Array<ChannelView>, 
/**
 * The times of the week (R12).
 */
week: Array<DayView>, 
/**
 * The times in words, one line for each mark.
 */
times: Array<string>, 
/**
 * The promises of an answer in words (R73).
 */
promises: Array<string>, 
/**
 * "If I have not replied, please …", in words (R14).
 */
nudge: string | null, 
/**
 * Which unplanned calls are fine, in words (R72).
 */
calls: string | null, };

/**
 * Where the two stand on the way to being in touch (R2 to R9).
 */
export type ContactStateView = { 
/**
 * `not_connected`, `mentees_turn`, `either_turn`, `waiting_for_mentor`, `waiting_for_mentee`, `overdue` or
 * `in_touch`.
 */
state: string, 
/**
 * `early`, `green`, `amber` or `red` (R9).
 */
flag: string, 
/**
 * Days since the connection e-mail; none before it came.
 */
day: number | null, 
/**
 * Since when the two are in touch both ways.
 */
inTouchOn: DateWords | null, 
/**
 * The state in one sentence, to the owner.
 */
words: string, 
/**
 * The last contact in either direction, or the last meeting that was held (R18).
 */
last: DateWords | null, 
/**
 * The same in words.
 */
lastWords: string, };

/**
 * What may stand in a table cell or a list item.
 */
export type Content = { "kind": "paragraph", 
/**
 * How it looks.
 */
style: TextStyle, 
/**
 * Its text. A line feed starts a new line.
 */
runs: Array<Run>, } | { "kind": "list", 
/**
 * Numbered from 1 instead of bullets.
 */
ordered: boolean, 
/**
 * Its items.
 */
items: Array<Item>, } | { "kind": "checkbox", 
/**
 * Whether it is ticked.
 */
checked: boolean, 
/**
 * What it stands for.
 */
runs: Array<Run>, } | { "kind": "lines", 
/**
 * How many lines; 0 counts as 1, more than 200 as 200.
 */
count: number, 
/**
 * What belongs there, small, over the lines; may be empty.
 */
label: string, } | { "kind": "bar", 
/**
 * Where it begins, in thousandths of the width from where reading starts.
 */
from: number, 
/**
 * Where it ends, in thousandths. A bar is never so short that it cannot be seen.
 */
to: number, };

/**
 * What the two agreed for a session that cannot be as planned (R70), and what a change would mean now (R20, R21).
 */
export type Contingency = { 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What was agreed, in a sentence; nothing where nothing was.
 */
agreed: string | null, 
/**
 * The ways out, the agreed one first.
 */
offers: Array<ContingencyOffer>, 
/**
 * The notice that would be given now, or that was given last.
 */
notice: ChangeNotice, 
/**
 * How often it was moved already.
 */
moves: number, 
/**
 * What to think about before moving it once more (R20).
 */
warning: string | null, 
/**
 * By when whoever cancels proposes two new times: three working days from the day of asking.
 */
newTimesBy: DateWords, };

/**
 * What can be done where a session cannot be as planned.
 */
export type ContingencyKind = "move" | "call" | "skip";

/**
 * One way out, and whether it is the agreed one (R70).
 */
export type ContingencyOffer = { 
/**
 * What.
 */
kind: ContingencyKind, 
/**
 * In words.
 */
words: string, 
/**
 * Whether the two agreed on it.
 */
agreed: boolean, 
/**
 * By when, where the two agreed on a number of days.
 */
until: DateWords | null, };

/**
 * A template to be copied.
 */
export type CopyTemplate = { 
/**
 * Its id; `fairlead` for the shipped form.
 */
template: TemplateId, 
/**
 * What the copy is called.
 */
name: string, };

/**
 * What somebody answers to a recommendation instead of taking it (R76). It is kept without judgement.
 */
export type CounterKind = "differently" | "rather";

/**
 * What was answered instead of taking something up (R76).
 */
export type CounterView = { 
/**
 * Id.
 */
id: string, 
/**
 * Who said it.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * Which of the two beginnings.
 */
kind: CounterKind, 
/**
 * How it begins: `I see it differently`.
 */
begins: string, 
/**
 * What was said.
 */
text: string, 
/**
 * When, as `Wednesday 6 May 2026, 15:28`.
 */
when: string, };

/**
 * Which of the three kinds of learning there are (R103).
 */
export type CoverageView = { 
/**
 * Whether there is one by doing.
 */
doing: boolean, 
/**
 * Whether there is one from others.
 */
others: boolean, 
/**
 * Whether there is one as a stretch.
 */
stretch: boolean, 
/**
 * How many of the three.
 */
count: number, 
/**
 * `2 of 3 kinds`.
 */
words: string, 
/**
 * Something to think about where a kind is missing: it never blocks.
 */
hint: string | null, };

/**
 * What somebody thought of besides.
 */
export type CultureIdeas = { 
/**
 * Whose ideas.
 */
side: Side, 
/**
 * Their name.
 */
name: string, 
/**
 * The ideas.
 */
ideas: Array<string>, };

/**
 * A way to help mentoring along (R126).
 */
export type CultureWay = { 
/**
 * Its key.
 */
way: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Who ticked it.
 */
ticked: Array<Side>, };

/**
 * A date and how it is said.
 */
export type DateWords = { 
/**
 * `2026-11-26`.
 */
date: string, 
/**
 * `Thursday 26 November 2026`.
 */
words: string, 
/**
 * `in 5 days`.
 */
relative: string, };

/**
 * A day of the week.
 */
export type Day = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * One day of somebody's week.
 */
export type DayView = { 
/**
 * Which day.
 */
day: Day, 
/**
 * Its name.
 */
name: string, 
/**
 * Its parts, from midnight on.
 */
parts: Array<TimeCell>, };

/**
 * What became of a suggestion.
 */
export type DecisionView = { 
/**
 * Who decided it, by name.
 */
name: string, 
/**
 * When, as `Thursday 26 November 2026, 14:05`.
 */
when: string, 
/**
 * Why the words that stood there stay; may be empty.
 */
reason: string, };

/**
 * A date that could not be kept, told with the one that can (R23).
 */
export type DelayView = { 
/**
 * The date it had; none where it had none.
 */
was: DateWords | null, 
/**
 * The date it got.
 */
due: DateWords | null, 
/**
 * Why; may be empty.
 */
reason: string, 
/**
 * When it was told, as `Wednesday 1 April 2026, 10:00`.
 */
when: string, 
/**
 * Days from telling to the date that could not be kept; negative when it was told afterwards.
 */
daysAhead: number | null, };

/**
 * Deleting a relationship.
 */
export type DeleteRelationship = { 
/**
 * Which.
 */
relationship: RelationshipId, 
/**
 * The name that deletion.get asks for, typed: it shows that this relationship is meant and no other.
 */
name: string, 
/**
 * What happens to the backups that hold it; they are kept when left out.
 */
backups?: HeldBackups | null, };

/**
 * What was deleted.
 */
export type Deleted = { 
/**
 * Both names.
 */
title: string, 
/**
 * Backups that were removed with it.
 */
backupsRemoved: number, 
/**
 * Backups that still hold it.
 */
backupsLeft: number, 
/**
 * What was done, in a sentence or two.
 */
sentence: string, };

/**
 * What deleting a relationship would do.
 */
export type DeletionView = { 
/**
 * The name to be typed.
 */
name: string, 
/**
 * Both names.
 */
title: string, 
/**
 * What disappears.
 */
disappears: Array<Disappears>, 
/**
 * Where it disappears, and where not.
 */
computer: string, 
/**
 * That it cannot be undone, and that it can be exported first.
 */
once: string, 
/**
 * What the backups still hold, in a sentence.
 */
backups: string, 
/**
 * Which backups, the newest first.
 */
held: Array<HoldingBackup>, };

/**
 * How a kind of reminder reaches its owner.
 */
export type Delivery = "notify" | "in_app" | "off";

/**
 * How much room rows and controls take.
 */
export type Density = "comfortable" | "compact";

/**
 * Something of a relationship that has a history of its own, besides its agreement.
 */
export type Detail = "connected_on" | "programme" | "mentor" | "mentee";

/**
 * Which way a contact went, seen from the owner.
 */
export type Direction = "out" | "in";

/**
 * Something that disappears.
 */
export type Disappears = { 
/**
 * The table it stands in.
 */
what: string, 
/**
 * How many.
 */
count: number, 
/**
 * In words: `8 sessions`.
 */
words: string, };

/**
 * A response without content: it was done.
 */
export type Done = Record<symbol, never>;

/**
 * The draft that the two are working on.
 */
export type DraftView = { 
/**
 * The number that it will have.
 */
number: number, 
/**
 * How much differs from the newest signed version; none where nothing was signed yet.
 */
changes: number | null, 
/**
 * The state in a sentence.
 */
words: string, };

/**
 * A signature drawn on the screen, as lines, so that it stays sharp in any size.
 */
export type Drawing = { 
/**
 * The width of the area it was drawn on, in units of the caller's choice. 0 counts as 1.
 */
width: number, 
/**
 * The height of that area, in the same units.
 */
height: number, 
/**
 * What was drawn without lifting the pen, in order.
 */
strokes: Array<Stroke>, 
/**
 * What a screen reader says, like "Signature of Amara Okafor, drawn by hand".
 */
alternative: string, };

/**
 * A signature drawn on the screen: whole units from the left and the top of its area.
 */
export type DrawnSignature = { 
/**
 * Width of the area, 1 to 4,096.
 */
width: number, 
/**
 * Height of the area, 1 to 4,096.
 */
height: number, 
/**
 * What was drawn without lifting the pen, each a list of points; at most 200 strokes and 5,000 points.
 */
strokes: Array<Array<[number, number]>>, };

/**
 * Until when.
 */
export type Due = { 
/**
 * A moment, `2026-12-18T10:00:00Z`.
 */
until: string, };

/**
 * Something that comes back with every session (R54).
 */
export type Duty = "arrange" | "points" | "wish" | "summary";

/**
 * Whose a duty is.
 */
export type DutyOwner = "mentee" | "mentor" | "either" | "alternating";

/**
 * A duty that comes back with every session (R54).
 */
export type DutyView = { 
/**
 * Which.
 */
duty: Duty, 
/**
 * What is to be done.
 */
words: string, 
/**
 * Whose it is.
 */
owner: DutyOwner, 
/**
 * Whose, by name: one of the two, or both.
 */
ownerName: string, 
/**
 * Whether it is the duty of the owner of this computer, alone or with the other.
 */
mine: boolean, 
/**
 * Whether the two said so; otherwise it follows from the agreement, or is as usual (R15).
 */
said: boolean, };

/**
 * How long an activity takes: a number and its unit (R104).
 */
export type Effort = { 
/**
 * How many, at least 1.
 */
count: number, 
/**
 * Hours, days or weeks.
 */
unit: EffortUnit, };

/**
 * In what the length of an activity is told (R104).
 */
export type EffortUnit = "hours" | "days" | "weeks";

/**
 * Ending a relationship without fault (R97).
 */
export type EndingView = { 
/**
 * Whether it goes on.
 */
standing: ClosingStanding, 
/**
 * Title of the clause.
 */
clauseTitle: string, 
/**
 * What the two agreed on it, word for word.
 */
clause: string, 
/**
 * Whether they left it out of their agreement; either may end the relationship all the same.
 */
leftOut: boolean, 
/**
 * Talk first.
 */
suggestion: string, 
/**
 * A letter to the programme: names and the date, nothing else (C23).
 */
draft: LetterDraft, };

/**
 * Question 3: how often a meeting gives energy.
 */
export type Energised = "always" | "mostly" | "rarely" | "never";

/**
 * What the programme is told about.
 */
export type EscalationAbout = "first_contact" | "stalled";

/**
 * How it ended.
 */
export type EscalationOutcome = "sent" | "not_needed";

/**
 * Telling the programme (R6, R7, R57).
 */
export type EscalationView = { 
/**
 * About what.
 */
about: EscalationAbout, 
/**
 * What it is called.
 */
title: string, 
/**
 * Why, in one or two sentences.
 */
words: string, 
/**
 * From which day on it waits for the owner; earlier use is allowed (C5).
 */
dueOn: DateWords | null, 
/**
 * Whether it waits for the owner now.
 */
due: boolean, 
/**
 * Whether telling the programme is a duty, as it is for the mentor (R7).
 */
duty: boolean, 
/**
 * The four simple mishaps, to be looked at first (R8).
 */
mishaps: Array<MishapView>, 
/**
 * The message to the programme: names, dates, attempts and what was looked at, nothing else (C23).
 */
draft: MessageDraft, 
/**
 * How it ended.
 */
outcome: EscalationOutcome | null, 
/**
 * When.
 */
endedOn: DateWords | null, 
/**
 * Why there was no need.
 */
reason: string, };

/**
 * How a pair that does not exist answered.
 */
export type Example = { 
/**
 * Their first names.
 */
pair: string, 
/**
 * What they wrote.
 */
text: string, };

/**
 * What one of the two is still writing.
 */
export type ExpectationDraft = { 
/**
 * The words so far.
 */
text: string, };

/**
 * One line of what somebody expects, revealed.
 */
export type ExpectationLine = { 
/**
 * Id.
 */
id: string, 
/**
 * Whose.
 */
side: Side, 
/**
 * Whose, by name.
 */
name: string, 
/**
 * What is expected.
 */
text: string, 
/**
 * How the two stand to it; none as long as they have not said.
 */
mark: ExpectationMark | null, };

/**
 * How the two stand to one line.
 */
export type ExpectationMark = "aligned" | "to_discuss" | "different";

/**
 * Where the two stand with what they expect.
 */
export type Expectations = { 
/**
 * The mentee and the mentor, with how far each is with writing unseen.
 */
writers: Array<Writer>, 
/**
 * Whether both have finished, so that both can be revealed.
 */
ready: boolean, 
/**
 * What was revealed, the mentee's lines first.
 */
lines: Array<ExpectationLine>, 
/**
 * How the two stand to the section.
 */
standing: Standing, };

/**
 * A label and its value.
 */
export type Fact = { 
/**
 * What it is, like "Mentor".
 */
label: string, 
/**
 * The value.
 */
value: Array<Run>, };

/**
 * The four answers of one person.
 */
export type FeedbackAnswers = { 
/**
 * What they take away.
 */
takeAway: string, 
/**
 * What the mentor should keep doing.
 */
keep: string, 
/**
 * What the mentor should do less of.
 */
less: string, 
/**
 * What the mentee could do differently.
 */
differently: string, };

/**
 * How far one of the two is, and what they answered once the owner may see it.
 */
export type FeedbackOf = { 
/**
 * Who.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * How far they are with writing.
 */
stage: WritingStage, 
/**
 * When they sent it, as `Wednesday 6 May 2026, 15:28`.
 */
sent: string | null, 
/**
 * What they answered: shown when both have sent theirs.
 */
answers: FeedbackAnswers | null, };

/**
 * Feedback or a recommendation.
 */
export type FeedbackPointView = { 
/**
 * Id.
 */
id: string, 
/**
 * The session in which it was said; none outside of one.
 */
session: SessionId | null, 
/**
 * Who said it.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * What was said.
 */
text: string, 
/**
 * What it is for.
 */
tag: FeedbackTag | null, 
/**
 * Where it stands between the two.
 */
state: FeedbackState, 
/**
 * What the other one answered, the oldest first.
 */
counters: Array<CounterView>, 
/**
 * When, as `Wednesday 6 May 2026, 15:28`.
 */
when: string, };

/**
 * All feedback and recommendations of a relationship.
 */
export type FeedbackPoints = { 
/**
 * The newest first.
 */
points: Array<FeedbackPointView>, 
/**
 * What was answered to tasks, by the id of the task.
 */
ofTasks: Array<TaskCounters>, 
/**
 * The one that was just added.
 */
id: string | null, };

/**
 * One of the four questions.
 */
export type FeedbackQuestion = { 
/**
 * The field of the answer: `takeAway`, `keep`, `less` or `differently`.
 */
field: string, 
/**
 * The question, with the names of the two.
 */
words: string, };

/**
 * Where feedback or a recommendation stands between the two (R76, R77).
 */
export type FeedbackState = "open" | "taken" | "agree_to_disagree";

/**
 * What critical feedback is for (R75).
 */
export type FeedbackTag = "skill" | "method" | "awareness";

/**
 * The time at the end that is kept for feedback (R147).
 */
export type FeedbackTime = { 
/**
 * How many minutes: five to ten.
 */
minutes: number, 
/**
 * When it begins, on the owner's clock, as `15:20`.
 */
at: string, 
/**
 * The instant, as `2026-05-06T14:20:00Z`.
 */
utc: string, };

/**
 * The four questions at the end of a session, and how far the two are with them (R48, R49).
 */
export type FeedbackView = { 
/**
 * Whether the two ask them after this session, by the rhythm they agreed on (R48).
 */
due: boolean, 
/**
 * The four questions.
 */
questions: Array<FeedbackQuestion>, 
/**
 * The mentee and the mentor.
 */
people: Array<FeedbackOf>, };

/**
 * A place in the table of a section: yes-or-no answers that belong side by side.
 */
export type FieldCell = { 
/**
 * What the row is about.
 */
row: string, 
/**
 * What the column is about.
 */
column: string, };

/**
 * What an answer is.
 */
export type FieldKind = "text" | "long" | "list" | "choice" | "number" | "date" | "yes_no" | "goals" | "milestones" | "contact";

/**
 * One option of a choice.
 */
export type FieldOption = { 
/**
 * What is stored.
 */
key: string, 
/**
 * What the form shows; `{mentor}` and `{mentee}` are names.
 */
label: string, 
/**
 * A second line beside it.
 */
detail: string | null, 
/**
 * What the paper says when it is chosen; the label where there is none.
 */
sentence: string | null, 
/**
 * The wording that choosing it puts into the section's text (R95).
 */
text: string | null, };

/**
 * One question with its answers.
 */
export type FieldView = { 
/**
 * Key, like `template.4.ends_on`.
 */
field: string, 
/**
 * What an answer is.
 */
kind: FieldKind, 
/**
 * One answer, or one each.
 */
owner: Owner, 
/**
 * What the form asks.
 */
label: string, 
/**
 * A line of help.
 */
hint: string | null, 
/**
 * Must be answered before signing.
 */
required: boolean, 
/**
 * The options of a choice.
 */
options: Array<FieldOption>, 
/**
 * Smallest number.
 */
min: number | null, 
/**
 * Largest number.
 */
max: number | null, 
/**
 * Unit of a number.
 */
unit: string | null, 
/**
 * What the form suggests; no answer until it is taken.
 */
suggestion: Suggestion | null, 
/**
 * When the field is asked.
 */
when: When | null, 
/**
 * Where it stands in the section's table, where it is a cell of one (R96).
 */
cell: FieldCell | null, 
/**
 * On whose role card it stands, where it is part of one (R61).
 */
about: Side | null, 
/**
 * Whether it is asked now, by the answers that are there.
 */
asked: boolean, 
/**
 * The answers: one, or the mentor's and the mentee's.
 */
answers: Array<AnswerView>, };

/**
 * What two files are worth.
 */
export type FilesChecked = { 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * The verdict in a sentence.
 */
words: string, 
/**
 * Fingerprint of the text.
 */
fingerprint: FingerprintView, 
/**
 * Number of the version, where the text can be read.
 */
version: number | null, 
/**
 * What is wrong.
 */
faults: Array<FoundFault>, 
/**
 * Where the text differs from the version that is kept here, as people name the places.
 */
differs: Array<string>, 
/**
 * What is known of both keys.
 */
keys: Array<CheckedKey>, 
/**
 * What the signatures show, and what they do not.
 */
proof: Array<string>, };

/**
 * A fingerprint, as computers and as people compare it.
 */
export type FingerprintView = { 
/**
 * 64 hexadecimal digits: SHA-256.
 */
hex: string, 
/**
 * The first eight of them.
 */
short: string, 
/**
 * Four words that stand for the first 40 bits.
 */
words: Array<string>, };

/**
 * A block of the first meeting.
 */
export type FirstBlock = { 
/**
 * Which.
 */
block: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Minutes reserved for it.
 */
planned: number, 
/**
 * Minutes it took, where that was noted.
 */
used: number | null, 
/**
 * How it stands.
 */
state: StepState, 
/**
 * `Done: 20 of 60 min used for this block`.
 */
words: string, };

/**
 * A line of the checklist before the first meeting (R133, R134).
 */
export type FirstCheck = { 
/**
 * Its key, for first.mark.
 */
step: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * Where the two stand in the first fourteen days (R3 to R9).
 */
export type FirstContact = { 
/**
 * Days since the connection e-mail.
 */
day: number, 
/**
 * The same in words: `Day 0 of 14`.
 */
words: string, 
/**
 * Whose turn it is, and until when.
 */
turn: string, 
/**
 * Until when.
 */
until: DateWords, };

/**
 * The meeting that the two fixed at the induction (R1).
 */
export type FirstMeetingView = { 
/**
 * The day, in the zone in which it was fixed.
 */
date: DateWords, 
/**
 * The time there, as `14:00`.
 */
time: string, 
/**
 * That zone.
 */
zone: string, 
/**
 * How.
 */
method: string, 
/**
 * Where.
 */
place: string, 
/**
 * The time on each person's wall, and what they say of it (R12, R92).
 */
people: Array<Suits>, };

/**
 * The first meeting.
 */
export type FirstView = { 
/**
 * `2 of 3`.
 */
checklist: string, 
/**
 * Its lines.
 */
checks: Array<FirstCheck>, 
/**
 * Whether the plan is still in progress: nobody has gone through it yet (C33).
 */
planInProgress: boolean, 
/**
 * Minutes of the meeting.
 */
minutes: number, 
/**
 * The blocks.
 */
blocks: Array<FirstBlock>, 
/**
 * The lines, the mentee's first.
 */
lines: Array<AcquaintanceLine>, 
/**
 * What both have in common, as each said it.
 */
inCommon: Array<[string, string]>, 
/**
 * The ways to help.
 */
help: Array<HelpWay>, 
/**
 * The goals with a rank, in their order (R88).
 */
topThree: Array<string>, 
/**
 * What is said where fewer than three have a rank.
 */
note: string | null, };

/**
 * An answer that would fit better, ready to be taken.
 */
export type FixView = { 
/**
 * The answer to the same question.
 */
value: AnswerValue, 
/**
 * The answer in words, like `8 weeks`.
 */
words: string, };

/**
 * The two have looked at their obstacle plan again.
 */
export type FollowUpObstacles = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The meeting; the newest one when left out.
 */
session?: SessionId | null, 
/**
 * What became of it.
 */
outcome: string, 
/**
 * Another day to look at it once more, as `2026-08-15`, where it is not settled yet.
 */
againOn?: string | null, };

/**
 * The bottom of every page: `before · page 2 of 4 · after`. Empty parts fall away.
 */
export type Footer = { 
/**
 * Before the page number, like "Agreement v2".
 */
before: string, 
/**
 * After the page number, like the words of a fingerprint.
 */
after: string, };

/**
 * One thing that a check found wrong.
 */
export type FoundFault = { 
/**
 * Stable name of the fault.
 */
code: string, 
/**
 * In whose role, where it is about one of the two.
 */
side: Side | null, 
/**
 * In a sentence.
 */
words: string, };

/**
 * A goal of the relationship.
 */
export type GoalId = string;

/**
 * Where the two stand towards a goal, each by their own judgement: 1 just starting, 2 first steps, 3 on the
 * way, 4 nearly there, 5 there (R27).
 */
export type GoalRatings = { 
/**
 * The mentor's.
 */
mentor: number | null, 
/**
 * The mentee's.
 */
mentee: number | null, };

/**
 * How a goal stands.
 */
export type GoalState = "open" | "reached" | "changed" | "dropped";

/**
 * Where a goal stood when the agreement was signed, and where it stands now (R27).
 */
export type GoalThenNow = { 
/**
 * The goal.
 */
goal: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * How the two know that it is reached.
 */
measure: string, 
/**
 * 1 to 3 for one of the top three.
 */
rank: number | null, 
/**
 * The ratings in the newest signed version; none where the goal is newer.
 */
then: GoalRatings | null, 
/**
 * The ratings of now.
 */
now: GoalRatings, };

/**
 * A goal.
 */
export type GoalView = { 
/**
 * Id.
 */
id: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * How the two will know (R46).
 */
measure: string, 
/**
 * Short-term work goal or long-term career goal (R63, R64).
 */
horizon: Horizon, 
/**
 * 1 to 3 for the top three (R88).
 */
rank: number | null, 
/**
 * On which occasion it was set (R65); none as long as nobody said.
 */
occasion: Occasion | null, 
/**
 * On which day it was set (R65).
 */
on: DateWords | null, 
/**
 * Where it was set, in words: `Set at the first meeting, Wednesday 11 March 2026`.
 */
set: string | null, 
/**
 * Where each of the two stands towards it, from 1 to 5 (R27).
 */
ratings: GoalRatings, 
/**
 * How it stands: open, reached, changed or dropped.
 */
state: GoalState, 
/**
 * Since when it stands so; none for an open goal.
 */
since: DateWords | null, };

/**
 * The goals in order.
 */
export type Goals = { 
/**
 * The goals.
 */
goals: Array<GoalView>, 
/**
 * The goal that was just added.
 */
id: GoalId | null, };

/**
 * What was taken along.
 */
export type GoalsTaken = { 
/**
 * The relationship they are in now.
 */
relationship: RelationshipId, 
/**
 * How many goals.
 */
goals: number, 
/**
 * How many activities of the plan.
 */
activities: number, 
/**
 * What stayed behind, in a sentence.
 */
left: string, };

/**
 * The top of every page.
 */
export type Header = { 
/**
 * At the side where reading starts, mostly the names.
 */
left: string, 
/**
 * At the other side, mostly the title.
 */
right: string, 
/**
 * Words for a paper that does not stand yet, like "Draft, not signed". They stand in bold over the header.
 */
draft: string | null, };

/**
 * A heading that the two added to the agreement.
 */
export type HeadingId = string;

/**
 * A heading of their own.
 */
export type HeadingView = { 
/**
 * Id.
 */
id: HeadingId, 
/**
 * The heading.
 */
title: string, 
/**
 * What they have decided.
 */
text: string, 
/**
 * What the template that brought it says of it; empty where the two added it themselves.
 */
guidance: string, 
/**
 * Who asks for it before signing, in words.
 */
askedBy: string | null, 
/**
 * How the two stand to it.
 */
standing: Standing, };

/**
 * The headings in order.
 */
export type Headings = { 
/**
 * The headings.
 */
headings: Array<HeadingView>, 
/**
 * The heading that was just added.
 */
id: HeadingId | null, };

/**
 * What happens to the backups that hold the relationship.
 */
export type HeldBackups = "keep" | "remove";

/**
 * What somebody will do to help mentoring along (R126).
 */
export type HelpCulture = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who; the owner when left out.
 */
side?: Side | null, 
/**
 * All that is ticked: `recommend`, `mentor` (take part again, as mentor), `mentee`, `advocate`. What is left
 * out of the list is not ticked.
 */
ways: Array<string>, 
/**
 * Ideas of their own, one a line of the list; what is there stays when left out.
 */
own?: Array<string> | null, };

/**
 * A file that was added to a request for help.
 */
export type HelpFile = { 
/**
 * Its id, for attachment.open.
 */
attachment: AttachmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it is ticked to be shared with the other person.
 */
shared: boolean, };

/**
 * The requests for help of a relationship.
 */
export type HelpRequests = { 
/**
 * Those that wait for an answer, the first needed first.
 */
open: Array<HelpView>, 
/**
 * Those that were answered, the newest first.
 */
answered: Array<HelpView>, 
/**
 * The one that was just made or answered.
 */
id: TaskId | null, 
/**
 * What is said where it is needed sooner than the two agreed for tasks (R22).
 */
warning: ShortTime | null, 
/**
 * What to write to the other person about it.
 */
message: PartnerMessage | null, };

/**
 * A request for help.
 */
export type HelpView = { 
/**
 * The request as a task: what, by when, whose, done or not.
 */
task: TaskView, 
/**
 * What it is about: the name of a file or a link; may be empty.
 */
attachment: string, 
/**
 * The files that were added to it, the oldest first.
 */
files: Array<HelpFile>, 
/**
 * What was answered; may be empty.
 */
answer: string, 
/**
 * When, as `Wednesday 6 May 2026, 10:00`.
 */
answered: string | null, };

/**
 * A way in which the mentor can help.
 */
export type HelpWay = { 
/**
 * Its key.
 */
way: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Whether it is wanted.
 */
wanted: boolean, 
/**
 * The goal it serves.
 */
goal: GoalId | null, };

/**
 * The history of something the two wrote, newest first.
 */
export type History = { 
/**
 * The wordings.
 */
entries: Array<HistoryEntry>, };

/**
 * An earlier wording of something the two wrote (R60).
 */
export type HistoryEntry = { 
/**
 * Number of the edit, for restoring it.
 */
edit: number, 
/**
 * When, as `Thursday 26 November 2026, 14:05`.
 */
when: string, 
/**
 * When, as RFC 9557 text.
 */
at: string, 
/**
 * Who wrote it, by name.
 */
author: string, 
/**
 * What it was called, where it has a name of its own: a goal, a milestone, a heading, a person.
 */
title: string | null, 
/**
 * What it said, in words; several facts stand on lines of their own.
 */
text: string, 
/**
 * Whether this is what stands there now.
 */
current: boolean, };

/**
 * A session that was held.
 */
export type HoldSession = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * How long it really was, in minutes; as planned when left out.
 */
minutes?: number | null, };

/**
 * A backup that holds the relationship.
 */
export type HoldingBackup = { 
/**
 * Its name, as backup.list gives it.
 */
backup: string, 
/**
 * When it was made, in words.
 */
made: string, };

/**
 * Short-term work goal or long-term career goal.
 */
export type Horizon = "short" | "long";

/**
 * What importing a file would do.
 */
export type ImportKind = "add" | "change" | "same";

/**
 * What importing a file would do; nothing was written.
 */
export type ImportPreview = { 
/**
 * In a word.
 */
kind: ImportKind, 
/**
 * In a sentence.
 */
sentence: string, 
/**
 * What the template is called in the file.
 */
name: string, 
/**
 * What would be added or changed: beside the template that is there, else beside the shipped form.
 */
differences: Array<TemplateDifference>, };

/**
 * A file to be imported.
 */
export type ImportTemplate = { 
/**
 * What stands in the file.
 */
text: string, 
/**
 * As a template of its own, although there is one with its id.
 */
asCopy: boolean, };

/**
 * How many pairs are in touch (R9).
 */
export type InTouchFigure = { 
/**
 * Pairs that the owner looks after and that are connected.
 */
connected: number, 
/**
 * Of these, in touch both ways by the end of day 14.
 */
inTime: number, 
/**
 * In touch, but later or since a day that is not known.
 */
later: number, 
/**
 * Not in touch yet, up to day 14.
 */
underWay: number, 
/**
 * Not in touch after day 14.
 */
overdue: number, 
/**
 * In words: `In touch by day 14: 12 of 14 pairs.`
 */
words: string, 
/**
 * The pairs, those without contact first.
 */
pairs: Array<PairInTouch>, };

/**
 * How the two come together (R131, C17).
 */
export type IntakeKind = "matched" | "request" | "self_arranged";

/**
 * How the two came together.
 */
export type IntakeView = { 
/**
 * Which way.
 */
kind: IntakeKind, 
/**
 * Whether both were at the induction; none where that was not said.
 */
together: boolean | null, 
/**
 * When the mentor was asked.
 */
askedOn: DateWords | null, 
/**
 * By when the mentor answers: ten days later (R132).
 */
replyBy: DateWords | null, 
/**
 * What the mentor was asked.
 */
message: string, 
/**
 * What the mentor answered.
 */
reply: RequestReply, 
/**
 * When.
 */
repliedOn: DateWords | null, 
/**
 * Why, where that was said.
 */
reason: string, 
/**
 * How the request stands today.
 */
state: RequestState, 
/**
 * What the mentee can do, once ten days have gone by or the mentor has declined (R132).
 */
choices: Array<OfferedChoice>, 
/**
 * When the mentee decided to ask somebody else, or told the office.
 */
chosenOn: DateWords | null, };

/**
 * An item of a list.
 */
export type Item = { 
/**
 * What stands beside the bullet or number.
 */
content: Array<Content>, };

/**
 * The journal, newest first.
 */
export type Journal = { 
/**
 * The moments.
 */
moments: Array<MomentView>, 
/**
 * How many there are, in words: `9 moments, 2 of them private`.
 */
words: string, 
/**
 * The one that was just added or shared.
 */
id: MomentId | null, };

/**
 * The way through the five stages.
 */
export type Journey = { 
/**
 * The stages, in order.
 */
stages: Array<JourneyStage>, 
/**
 * The day from which 30 and 90 days count: the first meeting held, until then the connection date (C11).
 */
start: DateWords | null, 
/**
 * Whether that day is provisional: nobody has met yet.
 */
provisional: boolean, 
/**
 * When the window of the mid-point opens: at 40 percent of the term (C20).
 */
windowOpens: DateWords | null, 
/**
 * The mid-point, half of the days.
 */
midPoint: DateWords | null, };

/**
 * A stage of the journey (R79).
 */
export type JourneyStage = { 
/**
 * Its key.
 */
stage: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * How it stands.
 */
state: StepState, 
/**
 * That in words.
 */
words: string, 
/**
 * Whether the two are in it now.
 */
current: boolean, 
/**
 * When it is due.
 */
due: DateWords | null, 
/**
 * The address of the page where it goes on.
 */
route: string, };

/**
 * How the two kept one section of what they signed (R117).
 */
export type JudgeClause = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The section, by its key from mid_point.get.
 */
section: string, 
/**
 * How it was kept; null takes the judgement away.
 */
kept: ClauseKept | null, 
/**
 * A word to it; what is there stays when left out.
 */
note?: string | null, };

/**
 * A suggestion that is not taken: the words that stand there stay.
 */
export type KeepWords = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which suggestion.
 */
suggestion: SuggestionId, 
/**
 * Who says so; left out, the one who did not make it.
 */
side?: Side | null, 
/**
 * Why, where somebody wants to say it.
 */
reason?: string | null, 
/**
 * Whether both leave it at seeing it differently: they agree to disagree (R77).
 */
disagree?: boolean | null, };

/**
 * How a key of the other person is known.
 */
export type KeyState = "first" | "confirmed" | "changed";

/**
 * The keys of a relationship.
 */
export type KeysView = { 
/**
 * Fingerprint of the owner's own key; none before the first signing.
 */
own: FingerprintView | null, 
/**
 * The keys of the other person's own Fairlead, the oldest first; none were seen where both sign here.
 */
partner: Array<PartnerKey>, };

/**
 * A kind of learning, with examples (R102).
 */
export type KindView = { 
/**
 * Which.
 */
kind: ActivityKind, 
/**
 * Its name.
 */
name: string, 
/**
 * What it means.
 */
about: string, 
/**
 * Examples to start from.
 */
examples: Array<string>, };

/**
 * An activity in the lane.
 */
export type LaneAction = { 
/**
 * Which.
 */
activity: ActivityId, 
/**
 * What it is.
 */
title: string, 
/**
 * Whether its first day lies in this month.
 */
starts: boolean, 
/**
 * Whether its last day lies in this month.
 */
ends: boolean, };

/**
 * A milestone in the lane.
 */
export type LaneMilestone = { 
/**
 * What it is.
 */
name: string, 
/**
 * Which day.
 */
on: DateWords, 
/**
 * What the two make of it, in words; empty where nobody said.
 */
rating: string, };

/**
 * A month of the year's lane (R138).
 */
export type LaneMonth = { 
/**
 * `March 2026`.
 */
name: string, 
/**
 * Its first day, as `2026-03-01`.
 */
first: string, 
/**
 * The milestones that lie in it.
 */
milestones: Array<LaneMilestone>, 
/**
 * The activities of which a day lies in it.
 */
actions: Array<LaneAction>, };

/**
 * A time at which a kind of reminder comes.
 */
export type Lead = { 
/**
 * In the unit of its kind; negative is before.
 */
amount: number, 
/**
 * In words: `14 days before`, `on the day`.
 */
words: string, };

/**
 * What leads are counted in.
 */
export type LeadUnit = "days" | "minutes";

/**
 * The ledger of moves and cancellations.
 */
export type Ledger = { 
/**
 * The newest first.
 */
lines: Array<LedgerLine>, 
/**
 * The mentee and the mentor.
 */
counts: Array<LedgerCount>, };

/**
 * How often somebody moved or cancelled (R20); both see it.
 */
export type LedgerCount = { 
/**
 * Who.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * Moves they asked for.
 */
moves: number, 
/**
 * Sessions they called off.
 */
cancellations: number, 
/**
 * How many of both came with less notice than owed.
 */
shortNotice: number, 
/**
 * In words: `Daniel Ferreira: 1 move, no cancellations`.
 */
words: string, };

/**
 * A line of the ledger (R20, R21).
 */
export type LedgerLine = { 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What happened.
 */
kind: SessionChangeKind, 
/**
 * Who asked.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * When that was asked.
 */
asked: DateWords, 
/**
 * For when the session was planned until then.
 */
was: DateWords, 
/**
 * At what time, as `14:00`.
 */
wasAt: string, 
/**
 * Where it was moved to.
 */
now: DateWords | null, 
/**
 * At what time.
 */
nowAt: string | null, 
/**
 * The notice given.
 */
notice: ChangeNotice, 
/**
 * Why, where that was said.
 */
reason: string, 
/**
 * Two new times that whoever cancelled owes; nothing for a move, or where the two agreed to leave it out.
 */
newTimes: NewTimes | null, 
/**
 * All of it in a sentence.
 */
words: string, };

/**
 * A letter, for the owner's own mail program.
 */
export type LetterDraft = { 
/**
 * The address; empty where the programme's is not known.
 */
to: string, 
/**
 * Its subject.
 */
subject: string, 
/**
 * Its text.
 */
body: string, };

/**
 * How a line is drawn. The two people's threads differ in kind, not only in colour.
 */
export type LineStyle = "hairline" | "solid" | "dashed";

/**
 * A contact that was written down.
 */
export type LoggedContact = { 
/**
 * Id.
 */
id: ContactId, 
/**
 * Which way it went, seen from the owner; none for a coordinator.
 */
direction: Direction | null, 
/**
 * Who reached out.
 */
from: Side, 
/**
 * By which way.
 */
channel: ChannelKind, 
/**
 * The same in words.
 */
channelName: string, 
/**
 * The day.
 */
on: DateWords, 
/**
 * The time, as `14:00`, where it is known.
 */
at: string | null, 
/**
 * One line about it; empty for a coordinator, who sees dates only.
 */
note: string, 
/**
 * Whether it wants an answer.
 */
needsReply: boolean, 
/**
 * Whether it wants one and has none.
 */
waiting: boolean, 
/**
 * Whether it said that all is fine for now.
 */
allFine: boolean, 
/**
 * The session that was agreed in it.
 */
session: SessionId | null, 
/**
 * `Priya wrote, e-mail`.
 */
words: string, };

/**
 * The logo, as it is kept.
 */
export type LogoView = { 
/**
 * PNG in base64.
 */
png: string, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * Height in pixels.
 */
height: number, 
/**
 * What it shows, in words.
 */
words: string, };

/**
 * The id of what was made.
 */
export type Made = { 
/**
 * Its id.
 */
id: RelationshipId, };

/**
 * A line of the shared notes that is an action: it becomes a task.
 */
export type MarkAction = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Of which session.
 */
session: SessionId, 
/**
 * Which line.
 */
note: string, 
/**
 * Whose action it is; the mentee's when left out.
 */
owner?: Side | null, 
/**
 * By when, as `2026-05-15`.
 */
due?: string | null, };

/**
 * How the two stand to one line.
 */
export type MarkExpectation = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Id of the line.
 */
line: string, 
/**
 * How they stand to it; null takes the mark away.
 */
mark: ExpectationMark | null, };

/**
 * What becomes of a block of the first meeting or of a line of its checklist. Nothing is a lock.
 */
export type MarkStep = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * A block: `acquainted`, `goals`, `help`, `top_three`, `agreement`; a line of the checklist: `profile` or
 * `plan`; or a stage of the journey: `first_meeting`, `first_30_days`, `check_90`, `mid_point`, `celebrate`.
 */
step: string, 
/**
 * How it stands: `done`, `skipped`, or `not_started` to take it back. `under_way` is never said by hand.
 */
state: StepState, 
/**
 * Minutes that it took, for a block.
 */
minutes?: number | null, };

/**
 * Marks of a person's week; parts that are not named stay as they are.
 */
export type MarkTimes = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Whose week.
 */
side: Side, 
/**
 * The parts and their marks.
 */
times: Array<MarkedTime>, };

/**
 * A day on the timeline.
 */
export type MarkView = { 
/**
 * What it is: `Today`, or a milestone.
 */
name: string, 
/**
 * Which day.
 */
on: DateWords, 
/**
 * Days from the first day of the timeline.
 */
offset: number, };

/**
 * A part of a day with the mark it is given.
 */
export type MarkedTime = { 
/**
 * Which day.
 */
day: Day, 
/**
 * Which part of it.
 */
part: PartOfDay, 
/**
 * What is said of it; null takes the mark away.
 */
mark: TimeMark | null, };

/**
 * The way to check that the two agreed on (R40), and what the other person said of reminders (R14).
 */
export type Mechanism = { 
/**
 * The channel; empty where none was agreed.
 */
channel: string, 
/**
 * The words, to be copied.
 */
text: string, 
/**
 * "If Tomasz has not replied after 3 days, please send a text message." Empty where that was not said.
 */
nudge: string, };

/**
 * A meeting about obstacles, with the plan that is made there (R114).
 */
export type MeetAboutObstacles = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The day of the meeting, as `2026-06-15`.
 */
on: string, 
/**
 * The time, as `14:00`.
 */
at: string, 
/**
 * How long, in minutes; as agreed when left out, else 60.
 */
minutes?: number | null, 
/**
 * How; face to face when left out, for pairs who work from a distance video with camera on (R128).
 */
method?: string | null, 
/**
 * Where, or the link; as agreed when left out.
 */
place?: string | null, 
/**
 * Numbers of the obstacles it is about; those that were shared when left out.
 */
obstacles?: Array<number> | null, 
/**
 * Steps that are agreed already; more can be added with checkup.task.
 */
tasks?: Array<ObstacleTask> | null, 
/**
 * The day on which the two look at the plan again; 30 days after the meeting when left out.
 */
followUpOn?: string | null, };

/**
 * Question 2: as the log counts it, or as the person sees it.
 */
export type MeetingsAnswer = "as_counted" | "enough" | "too_few";

/**
 * A prompt card.
 */
export type MentorCard = { 
/**
 * Its name.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What to ask.
 */
text: string, };

/**
 * The prompt cards (R152).
 */
export type MentorCards = { 
/**
 * Who sees them.
 */
note: string, 
/**
 * The cards.
 */
cards: Array<MentorCard>, };

/**
 * A message to be read, changed and sent by the person, in their own mail program or another way (B2).
 */
export type MessageDraft = { 
/**
 * The e-mail address it goes to; empty where none is known.
 */
to: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * Text.
 */
text: string, };

/**
 * What the file says about itself.
 */
export type Metadata = { 
/**
 * The title a reader shows in its window.
 */
title: string, 
/**
 * BCP 47 tag of the document's language, like `en-GB`. A tag that is no tag counts as `und`.
 */
language: string, 
/**
 * Whose paper it is; may be empty.
 */
author: string, 
/**
 * One line on what it is about; may be empty.
 */
subject: string, 
/**
 * When the paper was made: civil date and time with its offset. The press has no clock.
 */
created: string, };

/**
 * Minutes held in the last thirty days against sixty (R129).
 */
export type Meter = { 
/**
 * Minutes held.
 */
minutes: number, 
/**
 * Minutes that a mentor commits to.
 */
target: number, 
/**
 * The first of the thirty days.
 */
since: DateWords, 
/**
 * What the agreed pattern comes to in a month, in minutes (R141).
 */
agreed: number | null, 
/**
 * The same over one turn of the agreed rhythm, where that is longer than thirty days.
 */
rhythm: MeterInRhythm | null, 
/**
 * Whether the target is reached: in the thirty days, or by what a turn of a longer rhythm comes to.
 */
reached: boolean, 
/**
 * In words.
 */
words: string, };

/**
 * The minutes of two who meet less often than every thirty days, over one turn of their rhythm (R129, C21).
 */
export type MeterInRhythm = { 
/**
 * How many days one turn has: 42 for every six weeks.
 */
days: number, 
/**
 * Minutes held in so many days, today among them.
 */
minutes: number, 
/**
 * What that comes to in thirty days.
 */
comesTo: number, 
/**
 * In words.
 */
words: string, };

/**
 * What one of the two, or both together, answered.
 */
export type MidPointAnswer = { 
/**
 * Whose; none for an answer of the two together.
 */
side: Side | null, 
/**
 * By name; `You both` for the two together.
 */
name: string, 
/**
 * The answer.
 */
text: string, };

/**
 * The evaluation for the coordinator: names, dates and the summing-up, nothing else (R121).
 */
export type MidPointEvaluation = { 
/**
 * A name for the file.
 */
name: string, 
/**
 * The text.
 */
text: string, };

/**
 * A question of the mid-point.
 */
export type MidPointQuestion = { 
/**
 * Its place, from 1.
 */
number: number, 
/**
 * Its key in mid_point.answer.
 */
key: string, 
/**
 * Which part it belongs to: `looking`, `goals`, `problems` or `evaluation`.
 */
part: string, 
/**
 * Whether each answers.
 */
each: boolean, 
/**
 * The question.
 */
question: string, 
/**
 * A word more.
 */
hint: string, 
/**
 * The answers.
 */
answers: Array<MidPointAnswer>, };

/**
 * The session of the mid-point.
 */
export type MidPointSession = { 
/**
 * The session.
 */
session: SessionId, 
/**
 * Its day.
 */
date: DateWords, 
/**
 * Whether it was held.
 */
held: boolean, 
/**
 * Whether its day lies between 40 and 50 percent of the term.
 */
inWindow: boolean, };

/**
 * The mid-point of a relationship.
 */
export type MidPointView = { 
/**
 * The first day that fits: 40 percent of the term. None as long as the term has no dates.
 */
opens: DateWords | null, 
/**
 * The mid-point: the proposed day, and the last one that fits.
 */
on: DateWords | null, 
/**
 * The end of the term.
 */
ends: DateWords | null, 
/**
 * The days on which it is announced.
 */
notices: Array<DateWords>, 
/**
 * Where it stands, in a sentence.
 */
status: string, 
/**
 * Whether today lies in the window.
 */
openNow: boolean, 
/**
 * The meeting, once it is booked.
 */
session: MidPointSession | null, 
/**
 * Where it is best held (R128).
 */
placeTip: string, 
/**
 * The own trust rating, shared or not.
 */
ownTrust: TrustView | null, 
/**
 * What the other person has shared of theirs.
 */
otherTrust: TrustView | null, 
/**
 * The other person's name.
 */
otherName: string, 
/**
 * The questions with their answers.
 */
questions: Array<MidPointQuestion>, 
/**
 * The number of the newest signed version, whose sections stand beside; none where nothing was signed.
 */
version: number | null, 
/**
 * Its sections.
 */
clauses: Array<SignedClause>, 
/**
 * The goals, then and now.
 */
goals: Array<GoalThenNow>, 
/**
 * Days left of the term.
 */
daysLeft: number | null, 
/**
 * Sessions planned from now to the end.
 */
sessionsLeft: number, 
/**
 * What is left, in a sentence (R119).
 */
leftWords: string, 
/**
 * Activities that are not started yet (R119).
 */
notStarted: Array<string>, 
/**
 * Suggestions that wait for a decision, new agreements among them (R120).
 */
suggestions: number, 
/**
 * What each says to going on.
 */
commitments: Array<CommitmentView>, 
/**
 * When the evaluation was finished (R121).
 */
finished: DateWords | null, 
/**
 * The version of the plan that was kept then (R119).
 */
planVersion: number | null, };

/**
 * A milestone on the way to the end date.
 */
export type MilestoneId = string;

/**
 * What the two make of a milestone (R138).
 */
export type MilestoneRating = "realistic" | "stretch" | "unclear";

/**
 * A milestone on the way to the end date (R67).
 */
export type MilestoneView = { 
/**
 * Id.
 */
id: MilestoneId, 
/**
 * What it is.
 */
name: string, 
/**
 * When, where that is known.
 */
date: DateWords | null, 
/**
 * Where it comes from, like "Performance review"; may be empty.
 */
source: string, 
/**
 * Whether the relationship ends on it.
 */
ends: boolean, 
/**
 * By what the two will see that it is reached (R137); may be empty.
 */
evidence: string, 
/**
 * What the two make of it (R138).
 */
rating: MilestoneRating | null, };

/**
 * The milestones by date.
 */
export type Milestones = { 
/**
 * The milestones.
 */
milestones: Array<MilestoneView>, 
/**
 * The milestone that was just added.
 */
id: MilestoneId | null, };

/**
 * One of the four simple mishaps to be looked at first (R8).
 */
export type Mishap = "junk" | "spelling" | "other_channel" | "out_of_office";

/**
 * One of the four simple mishaps (R8).
 */
export type MishapView = { 
/**
 * Which.
 */
mishap: Mishap, 
/**
 * A question to the owner.
 */
label: string, 
/**
 * Whether it was looked at.
 */
done: boolean, };

/**
 * An answer that is needed before signing, and the place where it is given.
 */
export type Missing = { 
/**
 * Stable name of the rule: `required`, `revisit_for_open_end`, `end_date`, `end_goal`, `own_words`, or
 * `unanswered` where one of the two waits for the other's word, `unrevealed` where what somebody expects
 * was written and not revealed.
 */
code: string, 
/**
 * The section.
 */
section: string, 
/**
 * What the two call the section.
 */
title: string, 
/**
 * The field.
 */
field: string, 
/**
 * Whose answer, where each gives one.
 */
side: Side | null, 
/**
 * What it asks.
 */
label: string, 
/**
 * Why it is needed, in words.
 */
why: string, 
/**
 * The address of the page on which it is answered.
 */
route: string, };

/**
 * That no agenda has come by the day of the last call (R33).
 */
export type MissingAgenda = { 
/**
 * That in words.
 */
words: string, 
/**
 * What can be done.
 */
choices: Array<MissingChoice>, 
/**
 * What was chosen.
 */
chosen: AgendaMissing | null, 
/**
 * A message that reminds the mentee.
 */
message: PartnerMessage, };

/**
 * One of the three things that can be done when no agenda has come (R33).
 */
export type MissingChoice = { 
/**
 * Which.
 */
choice: AgendaMissing, 
/**
 * In words.
 */
words: string, 
/**
 * Whether it is what the two agreed on.
 */
agreed: boolean, };

/**
 * A moment of the journal.
 */
export type MomentId = string;

/**
 * A moment worth keeping (R106).
 */
export type MomentView = { 
/**
 * Id.
 */
id: MomentId, 
/**
 * Its day.
 */
on: DateWords, 
/**
 * What it was.
 */
text: string, 
/**
 * Whether both see it; else it never leaves this computer (B8).
 */
shared: boolean, 
/**
 * Whose moment it is, by name.
 */
author: string, };

/**
 * An activity on its way to another place among those of its goal.
 */
export type MoveActivity = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which activity.
 */
activity: ActivityId, 
/**
 * Its new place among the activities of its goal, from 1.
 */
position: number, };

/**
 * Another place for a point of an agenda.
 */
export type MoveAgendaPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The session for which it was written.
 */
session: SessionId, 
/**
 * Which point.
 */
point: string, 
/**
 * Its place among the points written for this session, from 1.
 */
position: number, };

/**
 * A channel on its way to another place in its person's list.
 */
export type MoveChannel = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which channel.
 */
channel: ChannelId, 
/**
 * Its new place, from 1.
 */
position: number, };

/**
 * A new end of the term.
 */
export type MoveEnd = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The new end, as `2027-03-18`.
 */
endsOn: string, 
/**
 * Why, in one line, where the two want to keep it.
 */
reason?: string | null, };

/**
 * A goal on its way to another place in the list.
 */
export type MoveGoal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which goal.
 */
goal: GoalId, 
/**
 * Its new place, from 1.
 */
position: number, };

/**
 * A heading on its way to another place in the list.
 */
export type MoveHeading = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which heading.
 */
heading: HeadingId, 
/**
 * Its new place, from 1.
 */
position: number, };

/**
 * A heading of part 2 on its way to another place.
 */
export type MoveSection = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of an area, or id of their own heading.
 */
section: string, 
/**
 * Its new place among all headings of part 2, from 1.
 */
position: number, };

/**
 * A session that gets another time. The line in the ledger says who asked and how long before (R20, R21).
 */
export type MoveSession = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * The new day, as `2026-06-18`; the same day when left out.
 */
on?: string | null, 
/**
 * The new time, as `15:00`; the same time when left out.
 */
at?: string | null, 
/**
 * On whose clock day and time are told; on that of the session's own zone when left out.
 */
side?: Side | null, 
/**
 * Another length, in minutes; the same when left out.
 */
minutes?: number | null, 
/**
 * Who asked; the owner when left out.
 */
askedBy?: Side | null, 
/**
 * On which day that was asked, as `2026-06-12`; now when left out.
 */
askedOn?: string | null, 
/**
 * At what time, as `10:00`, where it is known.
 */
askedAt?: string | null, 
/**
 * Why, where that was said.
 */
reason?: string | null, 
/**
 * Whether one of the two would have travelled, so that more notice is owed.
 */
travel?: boolean | null, };

/**
 * A section of a template on its way to another place.
 */
export type MoveTemplateSection = { 
/**
 * Which template.
 */
template: TemplateId, 
/**
 * Key of the section.
 */
section: string, 
/**
 * Its new place among the areas and the template's own sections, from 1.
 */
position: number, };

/**
 * Another place for a topic.
 */
export type MoveTopic = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which topic.
 */
topic: TopicId, 
/**
 * Its place among those to come, from 1.
 */
position: number, };

/**
 * A new activity.
 */
export type NewActivity = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The goal it belongs to.
 */
goal: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * One of the three kinds of learning: by doing, from others, as a stretch.
 */
kind: ActivityKind, 
/**
 * How long it takes, as {"count": 3, "unit": "hours"}; can be said later.
 */
effort?: Effort | null, 
/**
 * Its first day, as `2026-11-26`; can be said later.
 */
start?: string | null, 
/**
 * Its last day, as `2026-11-26`, where the effort is in hours; with days and weeks it follows from them.
 */
finish?: string | null, 
/**
 * Who does it; the mentee when left out.
 */
owner?: ActivityOwner | null, 
/**
 * How far it is; not started when left out.
 */
state?: ActivityState | null, };

/**
 * A new point of an agenda.
 */
export type NewAgendaPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What it is, in a line. It may be left out where a topic is named.
 */
text: string, 
/**
 * Who puts it there; the owner of this computer when left out.
 */
side?: Side | null, 
/**
 * Id of the topic it is made from.
 */
topic?: string | null, };

/**
 * A new line.
 */
export type NewAssessmentLine = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Strengths, weaknesses or style.
 */
list: AssessmentList, 
/**
 * What it says.
 */
text: string, 
/**
 * At the start when left out.
 */
stage?: AssessmentStage | null, };

/**
 * Something new that the owner wants to change.
 */
export type NewBehaviour = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it is.
 */
text: string, };

/**
 * A new channel; it goes to the end of the list.
 */
export type NewChannel = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Whose.
 */
side: Side, 
/**
 * What it is.
 */
kind: ChannelKind, 
/**
 * Its own name, like that of an app.
 */
label?: string | null, 
/**
 * Address, number or link.
 */
address?: string | null, 
/**
 * Anything to add.
 */
note?: string | null, 
/**
 * How soon an answer comes this way.
 */
reply?: ReplyPromise | null, };

/**
 * A comment on a suggestion.
 */
export type NewComment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which suggestion.
 */
suggestion: SuggestionId, 
/**
 * What it says.
 */
text: string, 
/**
 * Whose comment it is; the owner's where it is left out.
 */
side?: Side | null, };

/**
 * A contact that took place (R18).
 */
export type NewContact = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * `out` from the owner, `in` from the other person. A coordinator says `from` instead.
 */
direction?: Direction | null, 
/**
 * Who reached out, in place of `direction`.
 */
from?: Side | null, 
/**
 * By which way; when left out, the first way that the one who was reached named in the contact plan, else e-mail.
 */
channel?: ChannelKind | null, 
/**
 * On which day, as `2026-11-26`; today when left out. Not in the future.
 */
on?: string | null, 
/**
 * At which time by the owner's clock, as `14:00`; now when both day and time are left out.
 */
at?: string | null, 
/**
 * One line about it; both can see it, the programme never does.
 */
note?: string | null, 
/**
 * Whether it wants an answer: if none is logged, the one who wrote is asked after the agreed days (R38).
 */
needsReply?: boolean | null, 
/**
 * A meeting that the two agreed on in it: it becomes a session.
 */
session?: AgreedSession | null, };

/**
 * An answer to feedback, a recommendation or a task, instead of taking it up. It is kept without judgement.
 */
export type NewCounter = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it answers: the id of the feedback, or of the task.
 */
about: string, 
/**
 * `differently`: "I see it differently". `rather`: "I'd rather have …".
 */
kind: CounterKind, 
/**
 * What is said. For `rather` the other kind of support; for `differently` it may be left out.
 */
text: string, 
/**
 * Who says it; when left out, the one who did not give the feedback or set the task.
 */
side?: Side | null, };

/**
 * New feedback, or a recommendation.
 */
export type NewFeedbackPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The session in which it is said.
 */
session?: SessionId | null, 
/**
 * What is said, in a line.
 */
text: string, 
/**
 * What it is for: `skill`, `method` or `awareness`.
 */
tag?: FeedbackTag | null, 
/**
 * Who says it; the owner of this computer when left out.
 */
side?: Side | null, };

/**
 * The next meeting, fixed before the two part (R1).
 */
export type NewFirstMeeting = { 
/**
 * The day, as `2026-11-26`.
 */
on: string, 
/**
 * The time in the owner's zone, as `14:00`.
 */
at: string, 
/**
 * How: face to face, a video call, by phone.
 */
method?: string | null, 
/**
 * Where, or the link.
 */
place?: string | null, };

/**
 * A new goal.
 */
export type NewGoal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it is.
 */
title: string, 
/**
 * How the two will know that it is reached; empty when left out.
 */
measure?: string, 
/**
 * Short-term or long-term.
 */
horizon: Horizon, 
/**
 * 1 to 3 for one of the top three (R88). A goal in the way moves on by one; where three goals are ranked
 * already, `unrank` says which one gives its rank up.
 */
rank?: number | null, 
/**
 * The goal that gives its rank up for this one.
 */
unrank?: GoalId | null, 
/**
 * On which occasion it is set (R65). Left out, it follows from the day, where that tells: before the
 * first meeting, or at it.
 */
occasion?: Occasion | null, 
/**
 * On which day it is set, as `2026-11-26`; today when left out, and not known when empty.
 */
on?: string | null, };

/**
 * A new heading.
 */
export type NewHeading = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The heading.
 */
title: string, 
/**
 * What they have decided.
 */
text?: string | null, };

/**
 * How the two come together, as it is said when a relationship is set up.
 */
export type NewIntake = { 
/**
 * Which way.
 */
kind: IntakeKind, 
/**
 * Whether both are at the induction now (R1).
 */
together?: boolean | null, 
/**
 * The next meeting, where they are.
 */
meeting?: NewFirstMeeting | null, 
/**
 * They are, and leave the next meeting for later.
 */
skipMeeting?: boolean | null, 
/**
 * When the mentor was asked, as `2026-11-26`; today when left out.
 */
askedOn?: string | null, 
/**
 * What the mentor was asked.
 */
message?: string | null, };

/**
 * A new milestone.
 */
export type NewMilestone = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it is.
 */
name: string, 
/**
 * When, as `2026-11-26`, where that is known.
 */
on?: string | null, 
/**
 * Where it comes from, like "Performance review".
 */
source?: string | null, 
/**
 * By what the two will see that it is reached (R137).
 */
evidence?: string | null, 
/**
 * What the two make of it (R138).
 */
rating?: MilestoneRating | null, };

/**
 * A new moment.
 */
export type NewMoment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it was.
 */
text: string, 
/**
 * Its day, as `2026-11-26`, up to today; today when left out.
 */
on?: string | null, 
/**
 * Whether both see it; private when left out.
 */
share?: boolean | null, 
/**
 * Whose moment a shared one is; that of whoever uses this installation when left out.
 */
side?: Side | null, };

/**
 * New lines of the shared notes.
 */
export type NewNote = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Of which session.
 */
session: SessionId, 
/**
 * What is noted. Each line of the text becomes a line of the notes.
 */
text: string, 
/**
 * Who notes it; the owner of this computer when left out.
 */
side?: Side | null, 
/**
 * Makes the line an action: whose it is.
 */
owner?: Side | null, 
/**
 * Makes the line an action: by when, as `2026-05-15`.
 */
due?: string | null, };

/**
 * A signature by hand on the printed paper.
 */
export type NewOnPaper = { 
/**
 * The day on which the paper was signed: `2026-03-24`.
 */
signedOn: string, 
/**
 * A scan or photo of it, where there is one.
 */
scan?: NewScan | null, };

/**
 * A new permission.
 */
export type NewPermission = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What is passed on.
 */
what: string, 
/**
 * To whom.
 */
whom: string, 
/**
 * Whose words they are: who alone can allow it.
 */
giver: Side, 
/**
 * `asked` or `given`.
 */
state: PermissionState, 
/**
 * When, as `2026-11-26`; today where it is left out.
 */
on?: string | null, 
/**
 * Who did it; where it is left out, who asks is the other one, and who gives is the giver.
 */
side?: Side | null, };

/**
 * A person as typed.
 */
export type NewPerson = { 
/**
 * Name.
 */
name: string, 
/**
 * E-mail address, or nothing.
 */
email?: string, 
/**
 * Phone number, or nothing.
 */
phone?: string, 
/**
 * IANA time zone (R92); the computer's when empty.
 */
zone?: string, 
/**
 * Place, or nothing.
 */
place?: string, };

/**
 * A new person or address of the programme.
 */
export type NewProgrammeContact = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it is.
 */
kind: ProgrammeContactKind, 
/**
 * Name.
 */
name: string, 
/**
 * E-mail address, or nothing.
 */
email?: string | null, 
/**
 * Phone number, or nothing.
 */
phone?: string | null, 
/**
 * Anything to add.
 */
note?: string | null, };

/**
 * A new event of the programme.
 */
export type NewProgrammeEvent = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it is.
 */
name: string, 
/**
 * The day, as `2026-11-26`.
 */
on?: string | null, 
/**
 * The time, as `14:00`.
 */
at?: string | null, 
/**
 * Where.
 */
place?: string | null, 
/**
 * Anything to add.
 */
note?: string | null, };

/**
 * Up to three times that one proposes and the other chooses from (R142).
 */
export type NewProposal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The times: one, two or three.
 */
slots: Array<NewSlot>, 
/**
 * Who proposes them, on whose clock; the owner when left out.
 */
proposedBy?: Side | null, 
/**
 * The session that is to get one of these times; a new session when left out.
 */
session?: SessionId | null, 
/**
 * How long, in minutes; as that session, else as agreed, when left out.
 */
minutes?: number | null, 
/**
 * What it is for; regular when left out.
 */
kind?: SessionKind | null, 
/**
 * How.
 */
method?: string | null, 
/**
 * Where, or the link.
 */
place?: string | null, 
/**
 * What it is about.
 */
topic?: string | null, };

/**
 * A new relationship.
 */
export type NewRelationship = { 
/**
 * What the owner of this installation is in it (B1).
 */
role: Role, 
/**
 * The other person; for a coordinator the mentee.
 */
partner: NewPerson, 
/**
 * For a coordinator the mentor; otherwise left out.
 */
other?: NewPerson | null, 
/**
 * Whether the connection e-mail has come; waiting for it when left out.
 */
connection?: Connection, 
/**
 * The programme, where there is one.
 */
programme?: Programme | null, 
/**
 * The template it is made from; the form that Fairlead ships where it is left out.
 */
template?: TemplateId | null, 
/**
 * How the two come together; matched when left out (R131).
 */
intake?: NewIntake | null, };

/**
 * Something new that helps with a goal.
 */
export type NewResource = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The goal it belongs to.
 */
goal: GoalId, 
/**
 * A link, a book, a person or an opportunity.
 */
kind: ResourceKind, 
/**
 * What it is.
 */
title: string, 
/**
 * Where it is found, like a web address.
 */
place?: string | null, 
/**
 * A remark.
 */
note?: string | null, 
/**
 * Whose idea it is: the mentor's or the mentee's; that of whoever uses this installation when left out.
 */
side?: Side | null, };

/**
 * A scan or photo of the signed paper.
 */
export type NewScan = { 
/**
 * The file in base64: PNG, JPEG or PDF, at most 10 MB.
 */
base64: string, 
/**
 * What the file is called, for the person who confirms the signature.
 */
name?: string, };

/**
 * A series of sessions (R143).
 */
export type NewSeries = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The day of the first one, as `2026-03-25`.
 */
from: string, 
/**
 * The time of all of them, as `14:00`; it stays what the clock shows when the clocks change.
 */
at: string, 
/**
 * How many, up to 100.
 */
times: number, 
/**
 * How many units lie between two; as agreed when left out.
 */
count?: number | null, 
/**
 * The unit; as agreed when left out.
 */
unit?: Unit | null, 
/**
 * With months: on the same weekday of the month instead of the same day of the month.
 */
byWeekday?: boolean | null, 
/**
 * How long each is, in minutes; as agreed when left out.
 */
minutes?: number | null, 
/**
 * Who proposes it, on whose clock; the owner when left out.
 */
proposedBy?: Side | null, 
/**
 * On the clocks of this IANA zone instead.
 */
zone?: string | null, 
/**
 * How.
 */
method?: string | null, 
/**
 * Where, or the link; as agreed when left out.
 */
place?: string | null, 
/**
 * `confirmed` when left out; `proposed` where the other person still has to accept, by session.confirm.
 */
state?: SessionState | null, };

/**
 * A new session, or one that was held before it was written down.
 */
export type NewSession = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The day, as `2026-03-25`.
 */
on: string, 
/**
 * The time, as `14:00`.
 */
at: string, 
/**
 * On whose clock; the owner's when left out.
 */
side?: Side | null, 
/**
 * On the clocks of this IANA zone instead.
 */
zone?: string | null, 
/**
 * How long it is planned to be, in minutes; as agreed when left out, else 60.
 */
minutes?: number | null, 
/**
 * What it is for; when left out, the first of all is the first meeting and the others are regular.
 */
kind?: SessionKind | null, 
/**
 * How: face to face, a video call, by phone.
 */
method?: string | null, 
/**
 * Where, or the link; as agreed when left out.
 */
place?: string | null, 
/**
 * What it is about.
 */
topic?: string | null, 
/**
 * What became of it; `confirmed` when left out, or `held` where `heldMinutes` is given. One that was held is
 * written down with its real day.
 */
state?: SessionState | null, 
/**
 * How long it really was, in minutes, for one that was held; as planned when left out.
 */
heldMinutes?: number | null, 
/**
 * Who proposes it; the owner when left out.
 */
proposedBy?: Side | null, };

/**
 * A time that is proposed.
 */
export type NewSlot = { 
/**
 * The day, as `2026-03-25`.
 */
on: string, 
/**
 * The time, as `14:00`.
 */
at: string, };

/**
 * Other words for one place.
 */
export type NewSuggestion = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Where the words would stand.
 */
place: SuggestionPlace, 
/**
 * The words, or the answer as its field takes it; null takes away what stands there.
 */
value: AnswerValue | null, 
/**
 * Whose suggestion it is; the owner's where it is left out.
 */
side?: Side | null, 
/**
 * What is said with it.
 */
comment?: string | null, };

/**
 * A new task.
 */
export type NewTask = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What is to be done, in a line.
 */
what: string, 
/**
 * Whose task it is; the mentee's where it is left out.
 */
owner?: Side | null, 
/**
 * By when, as `2026-04-03`. A date that leaves less time than agreed is kept, with a warning.
 */
due?: string | null, 
/**
 * More about it.
 */
note?: string | null, 
/**
 * Who sets it; the owner of this computer where it is left out.
 */
setBy?: Side | null, 
/**
 * Id of the session in which it is set.
 */
session?: string | null, };

/**
 * A new section of a template's own.
 */
export type NewTemplateSection = { 
/**
 * Which template.
 */
template: TemplateId, 
/**
 * Its title.
 */
title: string, 
/**
 * Its guidance; may be empty.
 */
guidance: string, 
/**
 * Whether it is asked for before signing.
 */
asked: boolean, 
/**
 * Its place among the fourteen areas, from 1; the last where it is left out.
 */
position?: number | null, };

/**
 * New times that are owed for a session that was called off.
 */
export type NewTimes = { 
/**
 * By when: the third working day after the day of asking.
 */
by: DateWords, 
/**
 * Whether times were proposed for it since.
 */
done: boolean, 
/**
 * In words.
 */
words: string, };

/**
 * A new topic or module.
 */
export type NewTopic = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * What it is about, in a line.
 */
title: string, 
/**
 * `topic` or `module`; a topic when left out.
 */
kind?: TopicKind | null, 
/**
 * When the module takes place, as `2026-05-20`.
 */
on?: string | null, 
/**
 * The session it belongs to.
 */
session?: SessionId | null, };

/**
 * The session whose time for feedback begins next (R147).
 */
export type NextBell = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * The other person, by name.
 */
name: string, 
/**
 * When the time for feedback begins, on the owner's clock, as `15:20`.
 */
at: string, 
/**
 * The same instant, as `2026-05-06T14:20:00Z`.
 */
utc: string, };

/**
 * The next session at a glance.
 */
export type NextSession = { 
/**
 * Which.
 */
id: SessionId, 
/**
 * The owner's day.
 */
date: DateWords, 
/**
 * On the owner's clock, as `14:00`.
 */
time: string, 
/**
 * What it is for, in words.
 */
kindName: string, };

/**
 * A message without an answer (R38).
 */
export type NotHeardBack = { 
/**
 * The message.
 */
contact: ContactId, 
/**
 * Who waits.
 */
from: Side, 
/**
 * When it was sent.
 */
sentOn: DateWords, 
/**
 * The day on which the one who wrote asks again: the agreed days or the promised turn-around, whichever is
 * longer (C34).
 */
askOn: DateWords, 
/**
 * Whether that day has come.
 */
due: boolean, 
/**
 * In one sentence.
 */
words: string, 
/**
 * What the two agreed to do then.
 */
mechanism: Mechanism, };

/**
 * A line of the shared notes.
 */
export type NoteView = { 
/**
 * Id.
 */
id: string, 
/**
 * Who wrote it.
 */
side: Side, 
/**
 * Who, by name.
 */
name: string, 
/**
 * What it says.
 */
text: string, 
/**
 * Whether it says that something is outside mentoring (R41).
 */
outside: boolean, 
/**
 * Its task, where it is an action (R148).
 */
action: TaskView | null, };

/**
 * A request without content.
 */
export type Nothing = Record<symbol, never>;

/**
 * What would be shown as a notification, and when (section 7).
 */
export type Notice = { 
/**
 * Number in the catalogue.
 */
kind: string, 
/**
 * Numbers of what is told with it (C8).
 */
with: Array<string>, 
/**
 * The relationship.
 */
relationship: RelationshipId, 
/**
 * When, as RFC 9557 text.
 */
at: string, 
/**
 * First line.
 */
title: string, 
/**
 * Second line.
 */
body: string, 
/**
 * Where a click leads.
 */
route: string, };

/**
 * What would be shown as notifications if nothing else happens.
 */
export type Notices = { 
/**
 * In order.
 */
notices: Array<Notice>, };

/**
 * Number of a kind of reminder in the catalogue.
 */
export type Number = "N01" | "N02" | "N03" | "N04" | "N05" | "N06" | "N07" | "N08" | "N09" | "N10" | "N11" | "N12" | "N13" | "N14" | "N15" | "N16" | "N17" | "N18" | "N19" | "N20" | "N21" | "N22" | "N23" | "N24" | "N25" | "N26" | "N27";

/**
 * The help that an obstacle brings besides the card of its outcome.
 */
export type ObstacleHelp = "confidentiality_clause" | "pause" | "goals" | "expectations" | "supervisor_brief" | "cadence" | "remote";

/**
 * A meeting about obstacles and its plan (R114).
 */
export type ObstaclePlanView = { 
/**
 * The session.
 */
session: SessionId, 
/**
 * When it is, in words.
 */
when: DateWords | null, 
/**
 * The obstacles it is about.
 */
obstacles: Array<ObstacleView>, 
/**
 * Its agenda.
 */
agenda: Array<string>, 
/**
 * The steps: who does what until when.
 */
tasks: Array<ObstacleTaskView>, 
/**
 * When the two look at it again.
 */
followUp: DateWords | null, 
/**
 * When they did.
 */
followedUp: DateWords | null, 
/**
 * What became of it.
 */
outcome: string, };

/**
 * A step of the plan that is made at a meeting about obstacles.
 */
export type ObstacleTask = { 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who does it: `mentor` or `mentee`; the mentee when left out.
 */
owner?: Side | null, 
/**
 * Until when, as `2026-06-30`.
 */
due?: string | null, };

/**
 * A step of an obstacle plan.
 */
export type ObstacleTaskView = { 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who does it.
 */
owner: Side, 
/**
 * By name.
 */
name: string, 
/**
 * Until when.
 */
due: DateWords | null, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * One of the ten obstacles.
 */
export type ObstacleView = { 
/**
 * 1 to 10.
 */
number: number, 
/**
 * What it is.
 */
title: string, 
/**
 * The same in a sentence.
 */
detail: string, 
/**
 * Whether it is ticked.
 */
ticked: boolean, 
/**
 * Words to it.
 */
words: string, };

/**
 * On which occasion a goal was set (R65).
 */
export type Occasion = "before_first" | "first_meeting" | "meeting" | "between";

/**
 * A choice that is offered.
 */
export type OfferedChoice = { 
/**
 * Which.
 */
choice: RequestChoice, 
/**
 * What it is called.
 */
words: string, };

/**
 * A signature by hand on the printed paper.
 */
export type OnPaper = { 
/**
 * The day on which the paper was signed: `2026-03-24`.
 */
signedOn: string, 
/**
 * A scan or photo of it, where one was attached.
 */
scan: Scan | null, };

/**
 * A paper to be shown on the screen.
 */
export type OnScreen = { 
/**
 * The same document that is printed.
 */
document: PaperDocument, };

/**
 * A suggestion that nobody has decided yet, and the place where it is.
 */
export type OpenSuggestion = { 
/**
 * Which one.
 */
suggestion: SuggestionId, 
/**
 * Key of the section, or id of their own heading.
 */
section: string, 
/**
 * What the two call it.
 */
title: string, 
/**
 * Which words of it.
 */
label: string, 
/**
 * Whose suggestion it is.
 */
side: Side, 
/**
 * Whose, by name.
 */
name: string, 
/**
 * Who waits for whom, in words.
 */
why: string, 
/**
 * The address of the page on which it stands.
 */
route: string, };

/**
 * What a reminder of a session asks for was opened: the minutes of thinking again (N09), or the feedback form (N10).
 */
export type OpenedReminder = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Number in the catalogue: `N09` or `N10`.
 */
kind: Number, 
/**
 * Of which session.
 */
session: SessionId, };

/**
 * The headings of part 2 in their order.
 */
export type Order = { 
/**
 * The headings.
 */
order: Array<OrderRow>, };

/**
 * One heading of part 2, in its place (R53).
 */
export type OrderRow = { 
/**
 * Key of the area, or id of their own heading.
 */
key: string, 
/**
 * Whether it is a heading of their own.
 */
own: boolean, 
/**
 * Number of the area.
 */
number: string | null, 
/**
 * What the two call it.
 */
title: string, 
/**
 * What the form calls it, where the two call it something else.
 */
standard: string | null, 
/**
 * How the two stand to it; what does not apply is not used.
 */
standing: Standing, };

/**
 * Which way the sheet is turned.
 */
export type Orientation = "portrait" | "landscape";

/**
 * A usual word in one of its forms, and what the programme says instead (C29).
 */
export type OwnForm = { 
/**
 * As the catalogues have it: `mentor`, `Mentors`, `a mentor`.
 */
usual: string, 
/**
 * What stands there instead: `coach`, `Coaches`, `an adviser`.
 */
own: string, };

/**
 * The programme's own words in every form that a sentence needs (C29). Whole words are replaced, the
 * longest first.
 */
export type OwnWords = { 
/**
 * Whose.
 */
relationship: RelationshipId, 
/**
 * The forms; none where every word is the usual one.
 */
forms: Array<OwnForm>, };

/**
 * Whether the two share one answer, or each gives one.
 */
export type Owner = "both" | "each";

/**
 * What came of a talk about the pace.
 */
export type PaceAnswer = "agreed" | "kept";

/**
 * A talk about the pace (R130).
 */
export type PaceTalk = { 
/**
 * Id.
 */
id: PaceTalkId, 
/**
 * Who said that the pace cannot be kept.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * When.
 */
on: DateWords, 
/**
 * What was said.
 */
note: string, 
/**
 * The proposed pattern, in words.
 */
pattern: string, 
/**
 * What they decided; nothing yet.
 */
answer: PaceAnswer | null, };

/**
 * A talk about the pace.
 */
export type PaceTalkId = string;

/**
 * What becomes of a page.
 */
export type PageChoice = "keep" | "change";

/**
 * One pair in the coordinator's figure (R9): states and dates, never a note.
 */
export type PairInTouch = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Both names.
 */
title: string, 
/**
 * Where the two stand.
 */
contact: ContactStateView, };

/**
 * The sheet.
 */
export type Paper = "a4" | "letter" | "a5";

/**
 * A paper: what it is, what stands on every page, and its blocks in reading order.
 */
export type PaperDocument = { 
/**
 * What a reader's window title, a file browser and a screen reader say about the file.
 */
metadata: Metadata, 
/**
 * The words at the top of every page.
 */
header: Header, 
/**
 * The words at the bottom of every page, around "page 2 of 4".
 */
footer: Footer, 
/**
 * The sheet.
 */
paper: Paper, 
/**
 * Which way the sheet is turned.
 */
orientation: Orientation, 
/**
 * The few words that the press itself sets.
 */
words: Words, 
/**
 * The content in reading order.
 */
blocks: Array<Block>, };

/**
 * Paper for printing.
 */
export type PaperSize = "a4" | "letter";

/**
 * Which part of the agreement a section belongs to.
 */
export type Part = "template" | "contract" | "clause";

/**
 * A part of the day as the grid names it.
 */
export type PartName = { 
/**
 * Which part.
 */
part: PartOfDay, 
/**
 * Its name.
 */
name: string, 
/**
 * Its hours: `09:00 to 12:00`.
 */
hours: string, };

/**
 * A part of a day. The eight parts cover the day without a gap and without an overlap.
 */
export type PartOfDay = "night" | "early_morning" | "morning" | "midday" | "afternoon" | "late_afternoon" | "evening" | "late_evening";

/**
 * One of the two people.
 */
export type Participant = { 
/**
 * Which side.
 */
side: Side, 
/**
 * What the programme calls somebody on this side: `mentor`, or a word of its own (C29).
 */
called: string, 
/**
 * Name.
 */
name: string, 
/**
 * E-mail address, or nothing.
 */
email: string, 
/**
 * Phone number, or nothing.
 */
phone: string, 
/**
 * IANA time zone.
 */
zone: string, 
/**
 * What a clock there shows now, as `14:05` (R92).
 */
localTime: string, 
/**
 * Place, or nothing.
 */
place: string, 
/**
 * Whether this is the owner of this installation.
 */
owner: boolean, };

/**
 * A key that the other person's own Fairlead was seen to use.
 */
export type PartnerKey = { 
/**
 * 64 hexadecimal digits: Ed25519.
 */
key: string, 
/**
 * Its fingerprint: the four words are what the two read to each other.
 */
fingerprint: FingerprintView, 
/**
 * How it is known.
 */
state: KeyState, 
/**
 * When it was first seen.
 */
seen: TimeWords, 
/**
 * The same in a sentence, with what to do next.
 */
words: string, };

/**
 * A message to the other person, to be copied or opened in the owner's own mail program.
 */
export type PartnerMessage = { 
/**
 * The other person, by name.
 */
name: string, 
/**
 * Their e-mail address; empty where none is known.
 */
to: string, 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
text: string, };

/**
 * A pass phrase.
 */
export type PassPhrase = { 
/**
 * The pass phrase as typed.
 */
passPhrase: string, };

/**
 * A pattern that is offered (R141).
 */
export type PatternPreset = { 
/**
 * Its key.
 */
cadence: string, 
/**
 * In words: `Once a month, an hour`.
 */
words: string, 
/**
 * How many units lie between two meetings.
 */
count: number, 
/**
 * The unit.
 */
unit: Unit, 
/**
 * Length of a meeting, in minutes.
 */
minutes: number, 
/**
 * What it comes to in a month, in minutes.
 */
minutesAMonth: number, };

/**
 * How the two meet, as agreed (R30, R90).
 */
export type PatternView = { 
/**
 * The preset's key, `own`, or nothing yet.
 */
cadence: string | null, 
/**
 * How many units lie between two meetings.
 */
count: number | null, 
/**
 * The unit.
 */
unit: Unit | null, 
/**
 * Length of a meeting, in minutes.
 */
minutes: number | null, 
/**
 * What it comes to in a month, in minutes.
 */
minutesAMonth: number | null, 
/**
 * In words: `90 minutes every 6 weeks`.
 */
words: string | null, 
/**
 * When, in words.
 */
when: string, 
/**
 * Where.
 */
place: string, 
/**
 * Why the timing might change, as the two wrote it down (R31).
 */
whyChange: string | null, 
/**
 * The three presets.
 */
presets: Array<PatternPreset>, };

/**
 * Pausing notifications, or taking that back.
 */
export type PauseReminders = { 
/**
 * True: no notification for the rest of this day. False: notifications again from now on.
 */
today: boolean, };

/**
 * Whether notifications are paused.
 */
export type Pauses = { 
/**
 * For the rest of this day. The list goes on.
 */
today: boolean, };

/**
 * The people the owner knows here.
 */
export type People = { 
/**
 * The owner first, then by name.
 */
people: Array<PersonView>, };

/**
 * A permission to pass something on.
 */
export type PermissionId = string;

/**
 * What became of a permission.
 */
export type PermissionState = "asked" | "given" | "refused" | "withdrawn";

/**
 * A permission with all that became of it.
 */
export type PermissionView = { 
/**
 * Id.
 */
id: PermissionId, 
/**
 * What is passed on.
 */
what: string, 
/**
 * To whom.
 */
whom: string, 
/**
 * Whose words they are: who alone can allow it.
 */
giver: Side, 
/**
 * Who alone can allow it, by name.
 */
name: string, 
/**
 * What holds now.
 */
state: PermissionState, 
/**
 * What may come next.
 */
next: Array<PermissionState>, 
/**
 * All steps, the oldest first.
 */
steps: Array<StepView>, };

/**
 * The permissions, in the order in which they were written down.
 */
export type Permissions = { 
/**
 * The permissions.
 */
permissions: Array<PermissionView>, 
/**
 * The permission that was just added.
 */
id: PermissionId | null, };

/**
 * A person in the owner's list of people.
 */
export type PersonId = string;

/**
 * A person in the owner's list.
 */
export type PersonView = { 
/**
 * Id.
 */
id: PersonId, 
/**
 * Name.
 */
name: string, 
/**
 * E-mail address, or nothing.
 */
email: string, 
/**
 * Phone number, or nothing.
 */
phone: string, 
/**
 * IANA time zone.
 */
zone: string, 
/**
 * Place, or nothing.
 */
place: string, 
/**
 * Whether this is the owner of this installation.
 */
owner: boolean, };

/**
 * A picture.
 */
export type Picture = { 
/**
 * A PNG file in base64. Where it cannot be read as one, its words stand in its place.
 */
png: string, 
/**
 * What it shows, for readers who do not see it. Without words it is decoration.
 */
words: string, 
/**
 * How wide it may be at most, in millimetres.
 */
width: number, 
/**
 * How high it may be at most, in millimetres. A picture is never enlarged beyond 96 pixels an inch.
 */
height: number, };

/**
 * A piece of text, and what becomes of it. What is removed stands before what takes its place.
 */
export type Piece = { 
/**
 * What becomes of it.
 */
change: PieceChange, 
/**
 * The text, with its spaces.
 */
text: string, };

/**
 * What becomes of a piece of text.
 */
export type PieceChange = "same" | "removed" | "added";

/**
 * One of the eight pitfalls.
 */
export type PitfallView = { 
/**
 * 1 to 8.
 */
number: number, 
/**
 * What happened.
 */
title: string, 
/**
 * How often it was ticked in the older half of the checks.
 */
before: number, 
/**
 * How often in the newer half.
 */
lately: number, };

/**
 * The page that is shown, to come back to.
 */
export type Place = { 
/**
 * Its address, like `relationship/7/agreement`.
 */
route: string, };

/**
 * Whether something came, went or became another.
 */
export type PlanChangeKind = "added" | "removed" | "changed";

/**
 * What is different between two versions of a plan (R105).
 */
export type PlanComparison = { 
/**
 * The earlier version: `Version 1, Wednesday 25 March 2026`.
 */
from: string, 
/**
 * The later one: `Version 2, …` or `The plan now`.
 */
to: string, 
/**
 * The differences.
 */
differences: Array<PlanDifference>, };

/**
 * Something that was done to the plan.
 */
export type PlanDeed = { 
/**
 * What: `Adding the goal “…”`.
 */
what: string, 
/**
 * When, as `Thursday 26 November 2026, 14:05`.
 */
when: string, 
/**
 * Who, by name.
 */
author: string, };

/**
 * One difference between two versions of a plan.
 */
export type PlanDifference = { 
/**
 * Whether something came, went or became another.
 */
change: PlanChangeKind, 
/**
 * What it is, like “the activity “Write the brief””.
 */
what: string, 
/**
 * What it said before; empty for something new.
 */
before: string, 
/**
 * What it says after; empty for something that is gone.
 */
after: string, };

/**
 * By when there is a plan (R98).
 */
export type PlanDue = { 
/**
 * The day.
 */
on: DateWords, 
/**
 * `Action plan by Friday 10 April 2026`.
 */
words: string, 
/**
 * `16 days left`.
 */
left: string, 
/**
 * Whether it is reckoned from the connection, because no meeting was held yet (C11).
 */
provisional: boolean, };

/**
 * A goal of the plan with all that belongs to it.
 */
export type PlanGoal = { 
/**
 * Id.
 */
id: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * How the two will know; may be empty.
 */
measure: string, 
/**
 * Short-term work goal or long-term career goal.
 */
horizon: Horizon, 
/**
 * 1 to 3 for the top three (R88).
 */
rank: number | null, 
/**
 * How it stands.
 */
state: GoalState, 
/**
 * How it stands, in words.
 */
stateWords: string, 
/**
 * Since when it stands so; none for an open goal.
 */
since: DateWords | null, 
/**
 * Where each of the two stands towards it now, from 1 to 5.
 */
now: GoalRatings, 
/**
 * Where each stood when the first agreement was signed: the baseline (R27); none before.
 */
then: GoalRatings | null, 
/**
 * When that was.
 */
thenOn: DateWords | null, 
/**
 * Its activities in order.
 */
activities: Array<ActivityView>, 
/**
 * What helps with it, in order.
 */
resources: Array<ResourceView>, 
/**
 * Which kinds of learning it has.
 */
coverage: CoverageView, };

/**
 * What was done to the plan, newest first (R105).
 */
export type PlanHistory = { 
/**
 * One line for each deed.
 */
deeds: Array<PlanDeed>, };

/**
 * How the two stay in touch afterwards (R125). It can still be changed after the end.
 */
export type PlanStayInTouch = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The ideas, one a line: "Coffee each February". What is there stays when left out.
 */
ideas?: Array<string> | null, 
/**
 * How often; what is there stays when left out.
 */
every?: TouchInterval | null, 
/**
 * The first day, as `2027-02-01`; the interval is counted from it. An empty text counts from the end instead.
 */
first?: string | null, 
/**
 * Whether Fairlead reminds of it; yes when an interval is set and this is left out.
 */
remind?: boolean | null, };

/**
 * A version of the plan that was kept.
 */
export type PlanVersionView = { 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * When it was kept.
 */
on: DateWords | null, 
/**
 * How much is different in the plan as it is now; 0 where nothing is.
 */
changes: number, };

/**
 * The action plan.
 */
export type PlanView = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Both names.
 */
title: string, 
/**
 * The mentee's name.
 */
mentee: string, 
/**
 * The mentor's name.
 */
mentor: string, 
/**
 * What was just added: the id of a goal, an activity or a resource.
 */
id: string | null, 
/**
 * What the mentee is heading for (R137); may be empty.
 */
careerGoal: string, 
/**
 * Where the mentee is now (R137); may be empty.
 */
situation: string, 
/**
 * The goals: the ranked ones in their order, then the others.
 */
goals: Array<PlanGoal>, 
/**
 * `3 of 3 ranked` (R88).
 */
ranked: string, 
/**
 * Which kinds of learning the whole plan has (R103).
 */
coverage: CoverageView, 
/**
 * The three kinds, with examples to start from (R102).
 */
kinds: Array<KindView>, 
/**
 * The activities that have a date, over time (R104); none where there is none.
 */
timeline: TimelineView | null, 
/**
 * The milestones by date, with what the two make of them (R137, R138).
 */
milestones: Array<MilestoneView>, 
/**
 * The twelve months from this one on, with milestones and activities (R138).
 */
lane: Array<LaneMonth>, 
/**
 * By when there is a plan (R98); none as long as the partnership has not begun.
 */
due: PlanDue | null, 
/**
 * Whether there is a goal with an activity that has a date.
 */
dated: boolean, 
/**
 * The mark of a plan that the two have not gone through yet: `in progress` (C33).
 */
mark: string | null, 
/**
 * When the two went through it last.
 */
reviewedOn: DateWords | null, 
/**
 * When it was last edited, or said to be still right (R105).
 */
touchedOn: DateWords | null, 
/**
 * The same in words, with who did so.
 */
touched: string | null, 
/**
 * The versions that were kept, newest first (R105).
 */
versions: Array<PlanVersionView>, };

/**
 * Who uses this computer (first run, question 1 and 2).
 */
export type Profile = { 
/**
 * The name others read in agreements.
 */
name: string, 
/**
 * E-mail address, or nothing.
 */
email: string, 
/**
 * Phone number, or nothing.
 */
phone: string, 
/**
 * IANA time zone (R92); the computer's when empty.
 */
zone: string, 
/**
 * What the owner is, in general; each relationship says it for itself (B1).
 */
roles: Array<Role>, };

/**
 * The owner's profile.
 */
export type ProfileView = { 
/**
 * The profile; none before the first run is through.
 */
profile: Profile | null, };

/**
 * The programme that brings the two together (R159).
 */
export type Programme = { 
/**
 * Its name, or nothing.
 */
name: string, 
/**
 * Its e-mail address, or nothing.
 */
email: string, };

/**
 * A person or an address of the programme.
 */
export type ProgrammeContactId = string;

/**
 * What somebody is to the programme, or what an address is for.
 */
export type ProgrammeContactKind = "coordinator" | "office" | "escalation" | "other";

/**
 * A person or an address of the programme.
 */
export type ProgrammeContactView = { 
/**
 * Id.
 */
id: ProgrammeContactId, 
/**
 * What it is.
 */
kind: ProgrammeContactKind, 
/**
 * Name.
 */
name: string, 
/**
 * E-mail address, or nothing.
 */
email: string, 
/**
 * Phone number, or nothing.
 */
phone: string, 
/**
 * Anything to add.
 */
note: string, };

/**
 * An event of the programme.
 */
export type ProgrammeEventId = string;

/**
 * An event of the programme.
 */
export type ProgrammeEventView = { 
/**
 * Id.
 */
id: ProgrammeEventId, 
/**
 * What it is.
 */
name: string, 
/**
 * When, where that is known.
 */
date: DateWords | null, 
/**
 * At what time, as `14:00`.
 */
time: string | null, 
/**
 * Where.
 */
place: string, 
/**
 * Anything to add.
 */
note: string, };

/**
 * The whole programme.
 */
export type ProgrammeView = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Its name, or nothing.
 */
name: string, 
/**
 * Its e-mail address, or nothing (R159).
 */
email: string, 
/**
 * Its web page, or nothing.
 */
web: string, 
/**
 * Its phone number, or nothing.
 */
phone: string, 
/**
 * What it calls things.
 */
words: ProgrammeWords, 
/**
 * Its people and addresses in order.
 */
contacts: Array<ProgrammeContactView>, 
/**
 * Its events by date.
 */
events: Array<ProgrammeEventView>, 
/**
 * Its logo.
 */
logo: LogoView | null, 
/**
 * The entry that was just added.
 */
id: string | null, };

/**
 * What the programme calls things; empty for the usual word (C29).
 */
export type ProgrammeWords = { 
/**
 * For mentor.
 */
mentor: string, 
/**
 * For mentee.
 */
mentee: string, 
/**
 * For meeting.
 */
meeting: string, 
/**
 * For programme.
 */
programme: string, 
/**
 * For coordinator.
 */
coordinator: string, };

/**
 * Something that the owner wants to change, on its way to a goal that both see.
 */
export type PromoteBehaviour = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which one.
 */
behaviour: BehaviourId, 
/**
 * What the goal is called, for both to see; the private words when left out.
 */
title?: string | null, 
/**
 * How the two will know.
 */
measure?: string | null, 
/**
 * Short-term or long-term; short-term when left out.
 */
horizon?: Horizon | null, };

/**
 * Times to choose from.
 */
export type ProposalId = string;

/**
 * What became of a proposal.
 */
export type ProposalState = "open" | "chosen" | "none_fits" | "withdrawn";

/**
 * Up to three times to choose from (R142).
 */
export type ProposalView = { 
/**
 * Id.
 */
id: ProposalId, 
/**
 * Who proposes.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * When it was made.
 */
made: DateWords, 
/**
 * The session that is to get one of these times.
 */
session: SessionId | null, 
/**
 * The times, each on both clocks.
 */
slots: Array<SeriesTime>, 
/**
 * Length, in minutes.
 */
minutes: number, 
/**
 * What became of it.
 */
state: ProposalState, 
/**
 * Which time was chosen, from 1.
 */
chosen: number | null, };

/**
 * The session after the first meeting.
 */
export type ProposeSecond = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The day, as `2026-03-27`; by the agreed pattern after the first meeting when left out, else in four weeks.
 */
on?: string | null, 
/**
 * The time, as `14:00`; that of the first meeting when left out, else 14:00.
 */
at?: string | null, };

/**
 * A QR code with words beside it.
 */
export type QrCode = { 
/**
 * What a telephone reads from it: at most 2,331 bytes, and best far fewer.
 */
text: string, 
/**
 * The words beside it; may be empty.
 */
label: string, 
/**
 * What a screen reader says for the code.
 */
alternative: string, };

/**
 * How long it has been quiet (R39).
 */
export type QuietView = { 
/**
 * `running`, `paused`, `hidden` (a confirmed session lies within seven days) or `ringing`.
 */
state: string, 
/**
 * Days without contact, not counting a pause.
 */
days: number, 
/**
 * After how many weeks both are asked.
 */
weeks: number, 
/**
 * When that is, if nothing happens before.
 */
ringsOn: DateWords, 
/**
 * In one sentence.
 */
words: string, 
/**
 * What the two agreed to do then.
 */
mechanism: Mechanism, };

/**
 * What the two make of a milestone, or nothing any more (R138).
 */
export type RateMilestone = "realistic" | "stretch" | "unclear" | "none";

/**
 * How far one of the two trusts the other (R116). Nobody else sees it before it is shared.
 */
export type RateTrust = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Whose rating: `mentor` or `mentee`; the owner's when left out.
 */
side?: Side | null, 
/**
 * From 1 (hardly yet) to 5 (fully).
 */
rating: number, 
/**
 * A word to it.
 */
note?: string | null, };

/**
 * What stands between the agreement and the signatures (R144, R146).
 */
export type Ready = { 
/**
 * Whether every answer that is needed is there, every suggestion decided, and both names can stand
 * under the agreement.
 */
ready: boolean, 
/**
 * The answers that are needed and missing.
 */
missing: Array<Missing>, 
/**
 * Names under which nobody could sign.
 */
names: Array<UnfitName>, 
/**
 * What the two still talk about. To be signed it is settled, or left for later on purpose.
 */
talking: Array<StillTalking>, 
/**
 * The suggestions that nobody has decided yet.
 */
suggestions: Array<OpenSuggestion>, };

/**
 * The recovery code to be kept elsewhere.
 */
export type RecoveryCode = { 
/**
 * The code in groups; none once it was confirmed, because Fairlead then forgets it.
 */
code: string | null, 
/**
 * Whether its owner has confirmed that it is kept elsewhere.
 */
confirmed: boolean, };

/**
 * All that is kept of a relationship, as a file in an open format.
 */
export type RelationshipExport = { 
/**
 * A name for the file.
 */
name: string, 
/**
 * JSON: every row of every table that belongs to the relationship, private notes included.
 */
text: string, };

/**
 * A relationship between a mentor and a mentee.
 */
export type RelationshipId = string;

/**
 * One relationship at a glance.
 */
export type RelationshipView = { 
/**
 * Id.
 */
id: RelationshipId, 
/**
 * Both names, `Priya Raman and Tomasz Lewandowski`: the mentee first.
 */
title: string, 
/**
 * What the owner is in it.
 */
role: Role, 
/**
 * The mentor.
 */
mentor: Participant, 
/**
 * The mentee.
 */
mentee: Participant, 
/**
 * Whether this is the example.
 */
example: boolean, 
/**
 * Whether the connection e-mail has come.
 */
connection: ConnectionState, 
/**
 * Its date (R3).
 */
connectedOn: DateWords | null, 
/**
 * How the two came together (R1, R131).
 */
intake: IntakeView, 
/**
 * Where the two stand on the way to being in touch, and when they last were (R9, R18).
 */
contact: ContactStateView, 
/**
 * The first fourteen days, while they run (R3 to R9).
 */
firstContact: FirstContact | null, 
/**
 * The meeting fixed at the induction (R1).
 */
firstMeeting: FirstMeetingView | null, 
/**
 * The next session, once one is planned.
 */
nextSession: NextSession | null, 
/**
 * Whether fixing it was left for later.
 */
meetingSkipped: boolean, 
/**
 * The programme.
 */
programme: Programme, 
/**
 * Start of the term.
 */
startsOn: DateWords | null, 
/**
 * The mid-point (R68).
 */
midPoint: DateWords | null, 
/**
 * End of the term.
 */
endsOn: DateWords | null, 
/**
 * `7 sessions left until Friday 18 December 2026` (R25); none where there is no end, or it has passed.
 */
timeLeft: string | null, 
/**
 * When the agreement is looked at again (R47).
 */
revisitOn: DateWords | null, 
/**
 * How many sections of the agreement are agreed or left out on purpose.
 */
settled: number, 
/**
 * How many sections there are.
 */
sections: number, 
/**
 * Where the two stand, in one sentence.
 */
status: string, 
/**
 * Whether it goes on, or was closed or ended (R127).
 */
standing: ClosingStanding, 
/**
 * `Closed 16 Dec`, once it was.
 */
badge: string | null, 
/**
 * The template it was made from.
 */
template: UsedTemplate, };

/**
 * The owner's relationships.
 */
export type Relationships = { 
/**
 * By the names of the people.
 */
relationships: Array<RelationshipView>, };

/**
 * A kind of reminder with what the owner chose.
 */
export type ReminderKind = { 
/**
 * Number in the catalogue.
 */
kind: Number, 
/**
 * What it is called.
 */
name: string, 
/**
 * For whom it is.
 */
roles: Array<Role>, 
/**
 * What its times are counted from.
 */
measured: string, 
/**
 * What ends it.
 */
until: string, 
/**
 * Why there is such a reminder.
 */
why: string, 
/**
 * Where the pair agrees on the times; the owner's own times go before.
 */
agreed: string | null, 
/**
 * What its times are counted in.
 */
unit: LeadUnit, 
/**
 * When on its day it comes.
 */
time: TimeOfDay, 
/**
 * How it reaches the owner.
 */
delivery: Delivery, 
/**
 * When it comes, the earliest first.
 */
leads: Array<Lead>, 
/**
 * Whether the owner chose something else than what is usual.
 */
changed: boolean, };

/**
 * All kinds of reminders.
 */
export type ReminderKinds = { 
/**
 * In the order of the catalogue, N01 to N27.
 */
kinds: Array<ReminderKind>, };

/**
 * One reminder.
 */
export type ReminderView = { 
/**
 * Its name, for putting it off or dismissing it.
 */
reminder: string, 
/**
 * Number in the catalogue, such as `N20`.
 */
kind: string, 
/**
 * The relationship.
 */
relationship: RelationshipId, 
/**
 * What it says.
 */
title: string, 
/**
 * One more sentence.
 */
body: string, 
/**
 * The date it is about; putting it off does not change it.
 */
due: DateWords, 
/**
 * When it was first shown, or will be.
 */
fires: string, 
/**
 * The same as RFC 3339.
 */
at: string, 
/**
 * Until when it is put off.
 */
snoozedUntil: string | null, 
/**
 * Words of the button.
 */
action: string, 
/**
 * Where it leads.
 */
route: string, 
/**
 * Why it is here.
 */
why: string, 
/**
 * Where the clause or rule behind it stands.
 */
whyRoute: string, 
/**
 * Numbers of what is told with it, because it comes within seven days and belongs to the same talk.
 */
with: Array<string>, };

/**
 * The reminders.
 */
export type Reminders = { 
/**
 * What needs attention now, oldest first.
 */
now: Array<ReminderView>, 
/**
 * What will come within the next 90 days.
 */
later: Array<ReminderView>, };

/**
 * A line that is taken away again.
 */
export type RemoveAcquaintance = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Id of the line.
 */
line: string, };

/**
 * Another name for an area.
 */
export type RenameSection = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the area.
 */
section: string, 
/**
 * What it is called from now on; empty for the name it has in the form.
 */
title: string, };

/**
 * One of the two renews what they promised.
 */
export type RenewCommitment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who: `mentor` or `mentee`; the owner when left out.
 */
side?: Side | null, 
/**
 * On which occasion; `mid_point` when left out.
 */
occasion?: RenewalOccasion | null, 
/**
 * What they say; null takes it back.
 */
choice: CommitmentChoice | null, 
/**
 * A word to it.
 */
note?: string | null, };

/**
 * On which occasion that is said.
 */
export type RenewalOccasion = "mid_point" | "revisit";

/**
 * Reopening a relationship that was closed or ended (R127).
 */
export type ReopenRelationship = { 
/**
 * Which.
 */
relationship: RelationshipId, 
/**
 * Why; it stays in the history. Reopening needs a reason.
 */
reason: string, };

/**
 * A promise of an answer (R73): a promise about oneself, shown to both (C34).
 */
export type ReplyPromise = { 
/**
 * How many.
 */
count: number, 
/**
 * Of what.
 */
unit: ReplyUnit, };

/**
 * The mentor's answer to a request.
 */
export type ReplyToRequest = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The answer.
 */
reply: RequestReply, 
/**
 * When it came, as `2026-11-26`; today when left out.
 */
on?: string | null, 
/**
 * Why, where the mentor said so.
 */
reason?: string | null, };

/**
 * Hours or days.
 */
export type ReplyUnit = "hours" | "days";

/**
 * What the mentee does about a request that lapsed or was declined.
 */
export type RequestChoice = "ask_again" | "another" | "office";

/**
 * What follows from the choice.
 */
export type RequestChosen = { 
/**
 * How the two stand now.
 */
intake: IntakeView, 
/**
 * What to do next, in a sentence.
 */
next: string, 
/**
 * A letter to the office, where it is told: names and dates only (C23).
 */
draft: LetterDraft | null, };

/**
 * What the mentor answered to a request.
 */
export type RequestReply = "open" | "accepted" | "declined";

/**
 * How a request stands.
 */
export type RequestState = "none" | "open" | "lapsed" | "accepted" | "declined" | "withdrawn";

/**
 * Something that helps with a goal.
 */
export type ResourceId = string;

/**
 * What a resource is (R100).
 */
export type ResourceKind = "link" | "book" | "person" | "opportunity";

/**
 * Something that helps with a goal (R100).
 */
export type ResourceView = { 
/**
 * Id.
 */
id: ResourceId, 
/**
 * The goal it belongs to.
 */
goal: GoalId, 
/**
 * A link, a book, a person or an opportunity.
 */
kind: ResourceKind, 
/**
 * The kind in words.
 */
kindWords: string, 
/**
 * What it is.
 */
title: string, 
/**
 * Where it is found, like a web address or an e-mail address; may be empty.
 */
place: string, 
/**
 * A remark; may be empty.
 */
note: string, 
/**
 * Whose idea it is.
 */
side: Side, 
/**
 * Whose idea it is, by name.
 */
author: string, };

/**
 * An earlier state of a detail to be put back.
 */
export type RestoreDetail = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which detail.
 */
detail: Detail, 
/**
 * Number of the edit, as the history gives it.
 */
edit: number, };

/**
 * An earlier wording to be put back.
 */
export type RestoreWording = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Number of the edit, as the history gives it.
 */
edit: number, };

/**
 * What the mentee wants after thinking again.
 */
export type RethinkWish = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What the mentee wants now, in a line; it stands beside what they said first. Empty takes it away.
 */
text: string, 
/**
 * For how many minutes they thought about it: 5 or 10; 5 when left out.
 */
minutes?: number | null, };

/**
 * The revisit that is due next (R47).
 */
export type Revisit = { 
/**
 * When it is due; none as long as no date is known.
 */
due: DateWords | null, 
/**
 * The date after that one.
 */
then: DateWords | null, 
/**
 * The days on which it is announced.
 */
notices: Array<DateWords>, 
/**
 * When the last one was finished.
 */
last: DateWords | null, 
/**
 * Where it stands, in a sentence.
 */
status: string, 
/**
 * The sections in the order of the agreement.
 */
pages: Array<RevisitPage>, 
/**
 * Pages that stay.
 */
kept: number, 
/**
 * Pages that change.
 */
changed: number, 
/**
 * Pages that were not looked at.
 */
open: number, 
/**
 * What differs now from the newest signed version, a sentence each: the next version's amendments.
 */
amendments: Array<string>, 
/**
 * The number that the next version will have.
 */
nextVersion: number, 
/**
 * What each says to going on.
 */
commitments: Array<CommitmentView>, };

/**
 * A page of a revisit: one section of the agreement.
 */
export type RevisitPage = { 
/**
 * Its key.
 */
section: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What stands there now, in lines.
 */
now: Array<string>, 
/**
 * What was signed, in lines; none where nothing was signed.
 */
signed: Array<string> | null, 
/**
 * Whether the two differ.
 */
differs: boolean, 
/**
 * Whether it stays or changes; none as long as it was not looked at.
 */
choice: PageChoice | null, 
/**
 * A word to it.
 */
note: string, 
/**
 * Where it stands in the agreement.
 */
route: string, };

/**
 * What the owner of this installation is in one relationship (B1).
 */
export type Role = "mentor" | "mentee" | "coordinator";

/**
 * A row of a table.
 */
export type Row = { 
/**
 * Its cells.
 */
cells: Array<Cell>, };

/**
 * A stretch of text in one look and language.
 */
export type Run = { 
/**
 * The text.
 */
text: string, 
/**
 * Bold.
 */
bold: boolean, 
/**
 * Italic. Scripts without an italic stay upright.
 */
italic: boolean, 
/**
 * BCP 47 tag where it differs from the document's.
 */
language: string | null, };

/**
 * A self-check after a meeting.
 */
export type SaveSelfCheck = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which self-check, to change it; a new one when left out, or that of the session.
 */
check?: SelfCheckId | null, 
/**
 * The session it is about.
 */
session?: SessionId | null, 
/**
 * The day of the meeting, as `2026-05-06`; that of the session when left out, else today.
 */
on?: string | null, 
/**
 * Numbers of the pitfalls that happened, from 1 to 8; what is there stays when left out.
 */
pitfalls?: Array<number> | null, 
/**
 * How much of the time the mentor talked, in percent from 0 to 100.
 */
talkShare?: number | null, 
/**
 * What the mentor answers to the question of the open mind (R153).
 */
reflection?: string | null, };

/**
 * "All fine for now" (R19): no help is needed, and when the sender will be in touch again.
 */
export type SayAllFine = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * In how many weeks or months.
 */
count: number, 
/**
 * Weeks or months.
 */
unit: AwayUnit, 
/**
 * The message, as it was sent; the suggested one when left out.
 */
text?: string | null, 
/**
 * By which way; as in `contact.log`.
 */
channel?: ChannelKind | null, 
/**
 * Who says so: `out` (when left out) is the owner, `in` the other person, whose message is written down here.
 */
direction?: Direction | null, 
/**
 * On which day it was said, as `2026-11-26`; today when left out.
 */
on?: string | null, };

/**
 * A scan or photo of the signed paper. The bytes are kept beside; this is what is signed of them.
 */
export type Scan = { 
/**
 * SHA-256 of the file, 64 hexadecimal digits.
 */
sha256: string, 
/**
 * `image/png`, `image/jpeg` or `application/pdf`.
 */
mime: string, 
/**
 * Its size in bytes.
 */
bytes: number, };

/**
 * A scan.
 */
export type ScanFile = { 
/**
 * What the file was called; empty where nobody said.
 */
name: string, 
/**
 * `image/png`, `image/jpeg` or `application/pdf`.
 */
mime: string, 
/**
 * What it is, in words: `PDF, 2 pages, 340 kB`. Of how many pages a PDF is, it says itself.
 */
words: string, 
/**
 * The file in base64.
 */
base64: string, };

/**
 * One section of the agreement.
 */
export type SectionView = { 
/**
 * Key, like `template.4` or `area.12`.
 */
section: string, 
/**
 * Which part it belongs to.
 */
part: Part, 
/**
 * Its number within the part.
 */
number: string | null, 
/**
 * What the two call it, else what the form calls it.
 */
title: string, 
/**
 * What the form calls it, where the two call it something else (R53).
 */
standard: string | null, 
/**
 * The question it answers.
 */
question: string, 
/**
 * Guidance above the fields.
 */
guidance: string, 
/**
 * Why it matters.
 */
why: string, 
/**
 * Questions to ask each other.
 */
ask: Array<string>, 
/**
 * What a fictional pair wrote.
 */
example: Example, 
/**
 * What to write.
 */
instruction: string, 
/**
 * Who asks for it before signing, besides Fairlead, in words (R58).
 */
askedBy: string | null, 
/**
 * How the two stand to it.
 */
standing: Standing, 
/**
 * Whether anything was answered in it.
 */
begun: boolean, 
/**
 * Its questions.
 */
fields: Array<FieldView>, 
/**
 * Keys of questions of other sections that are asked here too.
 */
also: Array<string>, 
/**
 * What the structured answers say on paper; none where they say nothing.
 */
sentence: SentenceView | null, 
/**
 * The owner's own private note beside it: it never leaves this computer (B8).
 */
privateNote: string, };

/**
 * Where the mentee stands, at each moment at which they looked (R86).
 */
export type SelfAssessment = { 
/**
 * At the start, at the mid-point, at the end.
 */
stages: Array<AssessmentStageView>, 
/**
 * Then and now: each list at the start beside the newest other look; none before there is one.
 */
compared: AssessmentCompared | null, 
/**
 * The line that was just added.
 */
id: AssessmentLineId | null, };

/**
 * A self-check of a mentor.
 */
export type SelfCheckId = string;

/**
 * A self-check.
 */
export type SelfCheckView = { 
/**
 * Its id.
 */
id: SelfCheckId, 
/**
 * The day of the meeting.
 */
on: DateWords, 
/**
 * The session, where it is about one.
 */
session: SessionId | null, 
/**
 * The numbers of the pitfalls.
 */
pitfalls: Array<number>, 
/**
 * The talk share in percent.
 */
talkShare: number | null, 
/**
 * What was answered to the question of the open mind.
 */
reflection: string, };

/**
 * The self-checks of a mentor with where they are going.
 */
export type SelfChecks = { 
/**
 * Who sees them.
 */
note: string, 
/**
 * The question of the slider (R155).
 */
talkQuestion: string, 
/**
 * The question of the open mind (R153).
 */
reflectionQuestion: string, 
/**
 * The eight pitfalls in order, with how often each was ticked.
 */
pitfalls: Array<PitfallView>, 
/**
 * The checks, the newest first.
 */
checks: Array<SelfCheckView>, 
/**
 * The mean talk share, in percent.
 */
mean: number | null, 
/**
 * Where the talk share is going; none with fewer than two.
 */
trend: Trend | null, 
/**
 * That in a sentence.
 */
words: string, 
/**
 * The one that was just kept.
 */
id: SelfCheckId | null, };

/**
 * An agenda that is sent.
 */
export type SendAgenda = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Of which session.
 */
session: SessionId, 
/**
 * What the mentee wants from it, where that is not said yet: no agenda goes without it (R34).
 */
wish?: string | null, 
/**
 * Points that are put on it first, behind those that stand there.
 */
points?: Array<string> | null, 
/**
 * On which day it was sent, as `2026-05-04`; now when left out.
 */
on?: string | null, };

/**
 * A sentence in three parts.
 */
export type Sentence = { 
/**
 * What happened.
 */
happened: string, 
/**
 * What is safe.
 */
safe: string, 
/**
 * What to do next.
 */
next: string, };

/**
 * What becomes of a sentence after the answers changed.
 */
export type SentenceChoice = "take" | "keep";

/**
 * What became of a sentence.
 */
export type SentenceSaved = { 
/**
 * The sentence now.
 */
sentence: SentenceView, 
/**
 * How the two stand to the section now: changing an agreed one opens it again.
 */
standing: Standing, };

/**
 * What the structured answers of a section say on paper.
 */
export type SentenceView = { 
/**
 * What the answers say now; empty where they say nothing any more.
 */
generated: string, 
/**
 * What stands on paper: the same, or the words that the two gave it.
 */
text: string, 
/**
 * Whether the words are the two's own.
 */
own: boolean, 
/**
 * Whether the answers changed after the two worded it, so that the words may say something else.
 */
differs: boolean, 
/**
 * Whether the two ever worded it, so that its history can be looked at (R60).
 */
recorded: boolean, };

/**
 * Sessions that were booked together.
 */
export type SeriesId = string;

/**
 * What a series would be.
 */
export type SeriesPreview = { 
/**
 * Its times.
 */
times: Array<SeriesTime>, 
/**
 * In words: `7 sessions of 90 minutes, every 6 weeks`.
 */
words: string, };

/**
 * One time of a series.
 */
export type SeriesTime = { 
/**
 * The day, in words.
 */
date: DateWords, 
/**
 * The instant, as `2026-03-25T14:00:00Z`.
 */
utc: string, 
/**
 * When that is for the mentee and for the mentor (R92).
 */
people: Array<SessionTime>, 
/**
 * What to think about (R12): times to avoid, days on which people do not work. Nothing here blocks.
 */
warnings: Array<string>, };

/**
 * An activity that is planned or under way, beside the notes (R149).
 */
export type SessionActivity = { 
/**
 * Which activity.
 */
id: ActivityId, 
/**
 * What it is.
 */
title: string, 
/**
 * The goal it belongs to.
 */
goal: GoalId, 
/**
 * What that goal is.
 */
goalTitle: string, 
/**
 * How far it is: `not_started` or `under_way`.
 */
state: ActivityState, 
/**
 * How far it is, in words.
 */
stateWords: string, 
/**
 * Its last day, where it is known.
 */
finish: DateWords | null, 
/**
 * Who does it, by name; both names for both.
 */
ownerName: string, };

/**
 * The session that comes next.
 */
export type SessionAfter = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * Its day on the owner's clock.
 */
date: DateWords, 
/**
 * Its time there, as `14:00`.
 */
time: string, };

/**
 * What a line of the ledger tells of.
 */
export type SessionChangeKind = "moved" | "cancelled";

/**
 * A goal beside the notes (R149).
 */
export type SessionGoal = { 
/**
 * Which goal.
 */
id: GoalId, 
/**
 * What it is.
 */
title: string, 
/**
 * Its rank.
 */
rank: number, };

/**
 * A session of the two.
 */
export type SessionId = string;

/**
 * What a session is for.
 */
export type SessionKind = "regular" | "first" | "milestones" | "obstacles" | "check_point" | "mid_point" | "closing" | "other";

/**
 * One session before, during and after.
 */
export type SessionPage = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What it is called: `Session 3`, or `Mid-point`.
 */
title: string, 
/**
 * Its day on the owner's clock.
 */
date: DateWords, 
/**
 * Its time there, as `14:00`.
 */
time: string, 
/**
 * Its length, in minutes.
 */
minutes: number, 
/**
 * What it is about; may be empty.
 */
about: string, 
/**
 * Whether it is behind the two.
 */
over: boolean, 
/**
 * The two people.
 */
people: Array<Talker>, 
/**
 * `before`, `ready` and `after` (R17).
 */
checklists: Array<Checklist>, 
/**
 * What the mentee wants from it, at the top of everything (R34 to R36).
 */
wish: Wish, 
/**
 * The agenda, what was carried over first.
 */
agenda: Array<AgendaPointView>, 
/**
 * Actions of earlier sessions that are still to be done.
 */
actions: Array<TaskView>, 
/**
 * When the agenda is due.
 */
agendaDates: AgendaDatesView | null, 
/**
 * When the agenda was sent, as `Monday 4 May 2026, 18:05`.
 */
agendaSent: string | null, 
/**
 * Said from the day of the last call on, where nothing was sent.
 */
agendaMissing: MissingAgenda | null, 
/**
 * The three points that are offered where nobody has written an agenda by the day of the last call (R157).
 */
offersAgenda: Array<string> | null, 
/**
 * Modules and topics that belong to this session (R150).
 */
themes: Array<TopicView>, 
/**
 * Who takes notes, where the two have said (R156).
 */
noteTaker: Side | null, 
/**
 * The shared notes, line by line.
 */
notes: Array<NoteView>, 
/**
 * What the owner noted for themselves: it never leaves this computer.
 */
privateNote: string, 
/**
 * Whether it is over since a day and nobody has written notes (R156).
 */
notesMissing: boolean, 
/**
 * The goals that come first (R149).
 */
goals: Array<SessionGoal>, 
/**
 * The activities of the plan that are planned or under way, in its order (R149).
 */
activities: Array<SessionActivity>, 
/**
 * Other tasks that are still to be done.
 */
tasks: Array<TaskView>, 
/**
 * Where to turn with what is outside mentoring, as the agreement says (R41).
 */
specialists: Array<string>, 
/**
 * When the time for feedback begins.
 */
feedbackTime: FeedbackTime, 
/**
 * The four answers of each of the two (R49).
 */
feedback: FeedbackView, 
/**
 * Feedback and recommendations in a line each (R75).
 */
feedbackPoints: Array<FeedbackPointView>, 
/**
 * What became of the summary.
 */
summary: SummaryState, 
/**
 * The session that comes next.
 */
next: SessionAfter | null, 
/**
 * Id of what was just made.
 */
id: string | null, 
/**
 * What is said of the date of an action that was just made (R22).
 */
warning: ShortTime | null, 
/**
 * What to write to the other person about what was just done.
 */
message: PartnerMessage | null, };

/**
 * What became of a session.
 */
export type SessionState = "proposed" | "confirmed" | "held" | "cancelled" | "missed";

/**
 * When a session begins for one of the two (R92), and what they say of the time (R12).
 */
export type SessionTime = { 
/**
 * Who.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * Their IANA zone.
 */
zone: string, 
/**
 * The day there.
 */
date: DateWords, 
/**
 * What a clock there shows, as `10:00`.
 */
time: string, 
/**
 * What this person says of the time.
 */
mark: TimeMark | null, 
/**
 * A warning, where it is a time to avoid or for urgent matters only (R12). It never blocks.
 */
warning: string | null, };

/**
 * A session.
 */
export type SessionView = { 
/**
 * Id.
 */
id: SessionId, 
/**
 * Its place among the sessions that were not cancelled, from 1.
 */
number: number | null, 
/**
 * What it is for.
 */
kind: SessionKind, 
/**
 * That in words.
 */
kindName: string, 
/**
 * What became of it.
 */
state: SessionState, 
/**
 * That in words.
 */
stateName: string, 
/**
 * The day in its own zone, as `2026-03-25`.
 */
on: string, 
/**
 * The time in its own zone, as `14:00`.
 */
at: string, 
/**
 * Its own IANA zone: that of the one who proposed it.
 */
zone: string, 
/**
 * The day in its own zone, in words.
 */
date: DateWords, 
/**
 * The instant, as `2026-03-25T14:00:00Z`.
 */
utc: string, 
/**
 * When that is for the mentee and for the mentor (R92), and how it suits them (R12).
 */
people: Array<SessionTime>, 
/**
 * Length as planned, in minutes.
 */
minutes: number, 
/**
 * How long it was, in minutes, once it was held.
 */
heldMinutes: number | null, 
/**
 * How.
 */
method: string, 
/**
 * Where, or the link.
 */
place: string, 
/**
 * What it is about.
 */
topic: string, 
/**
 * What it was booked with.
 */
series: SeriesId | null, 
/**
 * Who proposed it.
 */
proposedBy: Side | null, 
/**
 * How often it was moved (R20).
 */
moves: number, 
/**
 * How often a calendar had to be told of a change.
 */
sequence: number, 
/**
 * Whether it is over.
 */
past: boolean, 
/**
 * Whether it is over and nobody has said yet what became of it.
 */
untold: boolean, 
/**
 * What to think about, in sentences: times to avoid, moves (R12, R20). Nothing here blocks.
 */
warnings: Array<string>, };

/**
 * The sessions of a relationship.
 */
export type Sessions = { 
/**
 * All of them, in the order of the times they are planned for.
 */
sessions: Array<SessionView>, 
/**
 * The one that was just written down.
 */
id: SessionId | null, 
/**
 * The next one that is still to be held.
 */
next: SessionId | null, 
/**
 * Those that are over and of which nobody has said yet what became of them.
 */
untold: Array<SessionId>, 
/**
 * How many are still to be held before the relationship ends (R25).
 */
left: number, 
/**
 * How many were held.
 */
held: number, 
/**
 * How many minutes they took together.
 */
heldMinutes: number, 
/**
 * That in hours: `10 h`, `7 h 30 min`.
 */
heldWords: string, 
/**
 * The day of the first session held, from which the partnership counts (C11).
 */
partnershipStart: DateWords | null, 
/**
 * How many were cancelled or missed in a row.
 */
streak: StreakView, 
/**
 * The commitment meter.
 */
meter: Meter, 
/**
 * Moves and cancellations.
 */
ledger: Ledger, 
/**
 * Times to choose from (R142), the newest first.
 */
proposals: Array<ProposalView>, 
/**
 * Talks about the pace (R130), the newest first.
 */
pace: Array<PaceTalk>, 
/**
 * The series that was just booked.
 */
series: SeriesId | null, 
/**
 * The proposal that was just made.
 */
proposal: ProposalId | null, 
/**
 * What the two agreed for the session that was just moved or cancelled (R70).
 */
contingency: Contingency | null, };

/**
 * An answer as it is given.
 */
export type SetAnswer = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the field.
 */
field: string, 
/**
 * Whose answer, where each gives one.
 */
side?: Side | null, 
/**
 * The answer; null, empty text and an empty list take it away.
 */
value: AnswerValue | null, };

/**
 * Every which session is a check-point.
 */
export type SetCheckPoints = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Every which session, from 1; 0 for none. Every third as long as nobody has said.
 */
every: number, };

/**
 * Whose a duty is from now on.
 */
export type SetDuty = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which duty.
 */
duty: Duty, 
/**
 * Whose it is; null as it follows from the agreement, or as usual.
 */
owner: Side | null, };

/**
 * How much time at the end of a session is kept for feedback.
 */
export type SetFeedbackTime = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * In which session.
 */
session: SessionId, 
/**
 * How many minutes: 5 to 10.
 */
minutes: number, };

/**
 * The first meeting of a relationship.
 */
export type SetFirstMeeting = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The meeting; null leaves it for later.
 */
meeting: NewFirstMeeting | null, };

/**
 * A picture to be the programme's logo (R58).
 */
export type SetLogo = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * A PNG or JPEG file in base64, at most 2 MB.
 */
picture: string, 
/**
 * What it shows, in words; "Logo of …" when left out.
 */
words?: string | null, };

/**
 * A private note beside a section.
 */
export type SetNote = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the section, or `relationship`.
 */
about: string, 
/**
 * The note; empty takes it away.
 */
text: string, };

/**
 * Who takes notes in a session.
 */
export type SetNoteTaker = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * In which session.
 */
session: SessionId, 
/**
 * Who; null where it is open.
 */
side: Side | null, };

/**
 * What happened to a point in a session.
 */
export type SetOutcome = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * In which session.
 */
session: SessionId, 
/**
 * Which point.
 */
point: string, 
/**
 * What happened; null takes it back. What is not reached goes on to the next session.
 */
outcome: AgendaOutcome | null, 
/**
 * Words about it.
 */
note?: string | null, };

/**
 * The pattern of meetings by its four questions (R90); what is left out stays.
 */
export type SetPattern = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * How often and how long, as a preset: `monthly_60`, `fortnightly_30` or `six_weeks_90` (R141); or `own`.
 */
cadence?: string | null, 
/**
 * Own: how many units lie between two meetings.
 */
count?: number | null, 
/**
 * Own: the unit.
 */
unit?: Unit | null, 
/**
 * Own: how long a meeting is, in minutes.
 */
minutes?: number | null, 
/**
 * When, in words: `Wednesdays at 14:00`.
 */
when?: string | null, 
/**
 * Where.
 */
place?: string | null, };

/**
 * Where one of the two stands towards a goal by their own judgement (R27).
 */
export type SetRating = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The goal.
 */
goal: GoalId, 
/**
 * Whose judgement.
 */
side: Side, 
/**
 * 1 just starting, 2 first steps, 3 on the way, 4 nearly there, 5 there; none takes it back.
 */
value?: number | null, };

/**
 * How the two stand to a section, as said.
 */
export type SetStanding = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the section.
 */
section: string, 
/**
 * How they stand to it.
 */
standing: Standing, };

/**
 * What the mentee wants from a session.
 */
export type SetWish = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * What the mentee wants from it, in a line. Empty takes it away.
 */
text: string, };

/**
 * What the owner has chosen for this installation.
 */
export type Settings = { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Text size in percent, 80 to 200.
 */
textSize: number, 
/**
 * Room around rows and controls.
 */
density: Density, 
/**
 * Whether nothing moves, even where the computer allows movement.
 */
still: boolean, 
/**
 * Whether misspelt words are underlined while one writes.
 */
spelling: boolean, 
/**
 * Paper for printing.
 */
paper: PaperSize, 
/**
 * Start of the quiet hours, `21:00`; nothing is notified from then on.
 */
quietFrom: string, 
/**
 * End of the quiet hours, `08:00`.
 */
quietUntil: string, 
/**
 * When "start of the day" reminders come, `09:00`.
 */
startOfDay: string, 
/**
 * When "end of the day" reminders come, `17:00`.
 */
endOfDay: string, 
/**
 * Whether notifications may show names; they do not by default, for locked screens.
 */
namesInNotifications: boolean, };

/**
 * A choice between two sentences.
 */
export type SettleSentence = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the section.
 */
section: string, 
/**
 * Which of the two stands from now on.
 */
choice: SentenceChoice, };

/**
 * Whether a file is shared.
 */
export type ShareAttachment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which file.
 */
attachment: AttachmentId, 
/**
 * Whether the other person gets it with the next packet; yes when left out. A packet that was made before keeps
 * what it holds.
 */
share?: boolean | null, };

/**
 * What is said of a date that leaves less time than a task gets (R22). It never blocks.
 */
export type ShortTime = { 
/**
 * Days that it leaves; negative for a date that has passed.
 */
days: number, 
/**
 * Days that a task gets at least.
 */
minimum: number, 
/**
 * Whether the two agreed on that number; otherwise it is the usual one.
 */
agreed: boolean, 
/**
 * In words: `2 days: you agreed on at least 5. Friday 3 April 2026 leaves 9.`
 */
words: string, 
/**
 * The first date that leaves enough.
 */
earliest: DateWords, 
/**
 * The same day of the week in the first week that leaves enough: the date to offer.
 */
proposed: DateWords, };

/**
 * One of the two people: the mentor or the mentee.
 */
export type Side = "mentor" | "mentee";

/**
 * A signature.
 */
export type Sign = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The version that is being signed: `version.id` of `signing.get`.
 */
version: VersionId, 
/**
 * Fingerprint of the text that was read, 64 hexadecimal digits: another text is not signed by mistake.
 */
fingerprint: string, 
/**
 * In which role.
 */
side: Side, 
/**
 * The name, typed: the one that the agreement says.
 */
name: string, 
/**
 * How.
 */
kind: SignatureKind, 
/**
 * What was drawn, for `drawn`.
 */
drawing?: DrawnSignature | null, 
/**
 * The paper, for `on_paper`.
 */
paper?: NewOnPaper | null, };

/**
 * A box for one person to sign in.
 */
export type SignatureBox = { 
/**
 * In which role, like "Mentor".
 */
role: string, 
/**
 * The person; may be empty on a blank form.
 */
name: string, 
/**
 * The person's thread, drawn at the top of the box.
 */
thread: LineStyle, 
/**
 * The ruled lines from top to bottom, like "Signature" and "Date".
 */
lines: Array<SignatureLine>, 
/**
 * In small print under the lines: how it was signed, the time with its zone, the key's fingerprint.
 */
details?: Array<Fact>, };

/**
 * A signature under a version.
 */
export type SignatureId = string;

/**
 * How somebody signed.
 */
export type SignatureKind = "typed" | "drawn" | "on_paper";

/**
 * A ruled line of a signature box.
 */
export type SignatureLine = { 
/**
 * What belongs there, under the line.
 */
label: string, 
/**
 * What already stands on it, like a typed name; empty to write by hand.
 */
value: string, 
/**
 * A signature drawn by hand, instead of the value.
 */
drawing?: Drawing, };

/**
 * A signature under a version.
 */
export type SignatureView = { 
/**
 * Its id.
 */
id: SignatureId, 
/**
 * The name as it was typed.
 */
name: string, 
/**
 * How it was made.
 */
kind: SignatureKind, 
/**
 * The same in words, like `by typing the name`.
 */
how: string, 
/**
 * When.
 */
at: TimeWords, 
/**
 * What was drawn.
 */
drawing: DrawnSignature | null, 
/**
 * The paper that was signed by hand.
 */
paper: OnPaper | null, 
/**
 * When the other person confirmed a signature by hand; none where that is missing, or not needed.
 */
confirmed: TimeWords | null, 
/**
 * Whether the other person still has to confirm it.
 */
waitsForConfirmation: boolean, };

/**
 * A section of what was signed, beside how it was kept (R117).
 */
export type SignedClause = { 
/**
 * Its key.
 */
section: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What was signed, in lines.
 */
signed: Array<string>, 
/**
 * How it was kept.
 */
kept: ClauseKept | null, 
/**
 * A word to it.
 */
note: string, 
/**
 * Where it stands in the agreement.
 */
route: string, };

/**
 * One of the two under a version.
 */
export type SignerView = { 
/**
 * In which role.
 */
side: Side, 
/**
 * The name that the agreement says.
 */
name: string, 
/**
 * Fingerprint of the person's key.
 */
key: FingerprintView, 
/**
 * Whether the secret of that key is kept on this computer.
 */
keptHere: boolean, 
/**
 * The signature, once there is one.
 */
signature: SignatureView | null, };

/**
 * Where the signing of an agreement stands.
 */
export type Signing = { 
/**
 * What comes next.
 */
next: SigningStep, 
/**
 * Who may do it: who has not signed yet, or has to confirm.
 */
waitingFor: Array<Side>, 
/**
 * Who has the computer: who it was handed to last while this version is open; otherwise its owner. As
 * long as it is not the owner, the window shows the signing and nothing else.
 */
atComputer: Side, 
/**
 * The version that is being signed.
 */
version: VersionView | null, 
/**
 * Its text, as it is printed: what is read before it is signed.
 */
document: PaperDocument | null, 
/**
 * The sentence that each of the two agrees to by signing.
 */
statement: string, 
/**
 * What the signatures will show, and what they will not.
 */
proof: Array<string>, 
/**
 * The newest version that both have signed: after the last signature, the receipt.
 */
signed: VersionView | null, };

/**
 * One line of the record before signing. It is told by the program and signed by nobody: the signatures
 * of the PDF cover it with the rest of the file.
 */
export type SigningEvent = { 
/**
 * When (RFC 9557): civil time, offset and zone.
 */
at: string, 
/**
 * What happened.
 */
what: SigningEventKind, 
/**
 * Who, where it was one of the two.
 */
role: Side | null, 
/**
 * The same in words.
 */
words: string, };

/**
 * What happened on the way to the signatures.
 */
export type SigningEventKind = "set_up" | "before" | "agreed" | "frozen" | "opened" | "handed_over" | "signed" | "confirmed" | "withdrawn";

/**
 * One of the two on the way to the signatures.
 */
export type SigningSide = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who.
 */
side: Side, };

/**
 * What comes next on the way to the signatures.
 */
export type SigningStep = "check" | "first" | "second" | "confirm";

/**
 * What changed since the owner last looked.
 */
export type Since = { 
/**
 * The weekday and date of the last look; none when there is nothing to tell.
 */
since: string | null, 
/**
 * One line for each thing that changed.
 */
changes: Array<Change>, };

/**
 * How long a reminder is put off.
 */
export type Snooze = "hour" | "tomorrow" | "three_days" | "next_week";

/**
 * A reminder to be put off.
 */
export type SnoozeReminder = { 
/**
 * Its name.
 */
reminder: string, 
/**
 * How long.
 */
until: Snooze, };

/**
 * How a goal stands, as said.
 */
export type StandGoal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which goal.
 */
goal: GoalId, 
/**
 * How it stands.
 */
state: GoalState, 
/**
 * Since which day, as `2026-11-26`; today when left out. An open goal has no day.
 */
on?: string | null, };

/**
 * How the two stand to a section.
 */
export type Standing = "open" | "agreed" | "not_for_us";

/**
 * How Fairlead stands after it was started.
 */
export type StartState = { 
/**
 * Whether the data can be used.
 */
state: State, 
/**
 * Nobody has said yet whose data this is: ask the three questions.
 */
firstRun: boolean, 
/**
 * The reason in words, unless everything can be used.
 */
sentence: Sentence | null, 
/**
 * Seconds until the next try of a pass phrase or recovery code is taken; 0 for at once.
 */
waitSeconds: number, 
/**
 * The present date in the user's zone, as `2026-11-26`.
 */
today: string, 
/**
 * The user's time zone.
 */
zone: string, 
/**
 * Version of Fairlead.
 */
version: string, 
/**
 * How the data should be shown.
 */
settings: Settings, 
/**
 * The address of the page that was shown last, where one was kept.
 */
place: string | null, };

/**
 * A message to begin from (R4, R5, R16, R56).
 */
export type StarterView = { 
/**
 * `first`, `check_in`, `encouragement` or `refocus`.
 */
key: string, 
/**
 * What it is for.
 */
title: string, 
/**
 * When it helps.
 */
about: string, 
/**
 * The message.
 */
message: MessageDraft, };

/**
 * Whether the data can be used, and if not, why.
 */
export type State = "open" | "locked" | "key_missing" | "damaged" | "newer" | "in_use" | "read_only" | "disk_full" | "unreadable";

/**
 * How the two stay in touch (R125).
 */
export type StayInTouch = { 
/**
 * The ideas.
 */
ideas: Array<string>, 
/**
 * How often.
 */
every: TouchInterval | null, 
/**
 * The first day, where one was chosen.
 */
first: DateWords | null, 
/**
 * Whether Fairlead reminds of it.
 */
remind: boolean, 
/**
 * The next day.
 */
next: DateWords | null, 
/**
 * The same in a sentence; empty where nothing is planned.
 */
words: string, };

/**
 * What became of a permission.
 */
export type StepPermission = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which permission.
 */
permission: PermissionId, 
/**
 * What happened.
 */
state: PermissionState, 
/**
 * When, as `2026-11-26`; today where it is left out.
 */
on?: string | null, 
/**
 * Who did it; where it is left out, who asks is the other one, and who gives is the giver.
 */
side?: Side | null, };

/**
 * How a block, a step or a stage stands; always said in words (R79).
 */
export type StepState = "not_started" | "under_way" | "done" | "skipped";

/**
 * One step of a permission.
 */
export type StepView = { 
/**
 * What happened.
 */
state: PermissionState, 
/**
 * Who did it.
 */
side: Side, 
/**
 * Who did it, by name.
 */
name: string, 
/**
 * When.
 */
date: DateWords | null, };

/**
 * A section or heading that the two still talk about.
 */
export type StillTalking = { 
/**
 * Key of the section, or id of their own heading.
 */
section: string, 
/**
 * What the two call it.
 */
title: string, 
/**
 * The address of its page.
 */
route: string, };

/**
 * What is offered where sessions were cancelled again and again (R158).
 */
export type StreakCard = { 
/**
 * How many in a row.
 */
streak: number, 
/**
 * How serious that is.
 */
level: StreakLevel, 
/**
 * Its title.
 */
title: string, 
/**
 * Its text.
 */
text: string, 
/**
 * What can be done: a talk, another rhythm, and from four on ending without fault.
 */
actions: Array<CheckupAction>, };

/**
 * How serious a streak is (section 8): two are a notice, three a talk, four and more a flag (C13).
 */
export type StreakLevel = "none" | "notice" | "talk" | "flag";

/**
 * How many sessions in a row were cancelled or missed (R110).
 */
export type StreakView = { 
/**
 * How many, up to now.
 */
count: number, 
/**
 * The most there ever were in a row.
 */
longest: number, 
/**
 * How serious that is.
 */
level: StreakLevel, 
/**
 * What to say of it; nothing below two.
 */
words: string | null, };

/**
 * A line drawn without lifting the pen.
 */
export type Stroke = { 
/**
 * Its points from the left and the top of the drawing's area, in the drawing's units; one point is a dot.
 * What lies outside the area is drawn on its edge.
 */
points: Array<[number, number]>, };

/**
 * An older wording to be suggested again.
 */
export type SuggestFromVersion = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Number of the signed version that it stands in.
 */
version: number, 
/**
 * The place whose words are suggested again.
 */
place: SuggestionPlace, 
/**
 * Who suggests it.
 */
side: Side, 
/**
 * Why; may be empty.
 */
comment?: string, };

/**
 * A value the form suggests. It is no answer until somebody takes it, unless the field is prefilled.
 */
export type Suggestion = boolean | number | string;

/**
 * Other words that one of the two suggests.
 */
export type SuggestionId = string;

/**
 * A place of the agreement for which other words can be suggested.
 */
export type SuggestionPlace = { "kind": "answer", 
/**
 * Key of the field.
 */
field: string, 
/**
 * Whose answer, where each gives one.
 */
side: Side | null, } | { "kind": "sentence", 
/**
 * Key of the section.
 */
section: string, } | { "kind": "heading", 
/**
 * Which heading.
 */
heading: HeadingId, };

/**
 * What became of a suggestion.
 */
export type SuggestionState = "open" | "accepted" | "kept" | "disagreed" | "blended" | "withdrawn";

/**
 * A suggestion.
 */
export type SuggestionView = { 
/**
 * Id.
 */
id: SuggestionId, 
/**
 * Where the words would stand.
 */
place: SuggestionPlace, 
/**
 * Key of the section, or id of their own heading.
 */
section: string, 
/**
 * What the two call the section.
 */
title: string, 
/**
 * Which words of the section: the question, as the form asks it.
 */
label: string, 
/**
 * Whose suggestion it is.
 */
side: Side, 
/**
 * Whose, by name.
 */
name: string, 
/**
 * Who decides it, by name: the other one.
 */
decider: string, 
/**
 * When it was made, as `Thursday 26 November 2026, 14:05`.
 */
when: string, 
/**
 * What it was said with; may be empty.
 */
comment: string, 
/**
 * What became of it.
 */
state: SuggestionState, 
/**
 * The words it would take the place of, or took; empty where nothing stood there.
 */
before: string, 
/**
 * The words it suggests; empty where they would go.
 */
after: string, 
/**
 * The answer it suggests.
 */
value: AnswerValue | null, 
/**
 * Word by word, what stays, goes and comes: the whole text in order.
 */
pieces: Array<Piece>, 
/**
 * The same changes in words, one after the other.
 */
changes: Array<string>, 
/**
 * Whether other words stand there by now than when it was made.
 */
moved: boolean, 
/**
 * What the two said about it, the oldest first.
 */
comments: Array<CommentView>, 
/**
 * Who decided it, once somebody has.
 */
decision: DecisionView | null, 
/**
 * The suggestion that it answers with words of both.
 */
answers: SuggestionId | null, 
/**
 * The address of the page on which it stands.
 */
route: string, };

/**
 * The suggestions of a relationship.
 */
export type Suggestions = { 
/**
 * The mentee and the mentor.
 */
people: Array<Talker>, 
/**
 * Those that nobody has decided yet, the oldest first. Each of them blocks signing.
 */
open: Array<SuggestionView>, 
/**
 * Those that were decided, the newest first.
 */
decided: Array<SuggestionView>, 
/**
 * The one that was just made.
 */
id: SuggestionId | null, 
/**
 * How the two stand to the section whose words just changed: changing an agreed one opens it again.
 */
standing: Standing | null, };

/**
 * Question 1: how well the two suit each other.
 */
export type Suitability = "very_good" | "good" | "fair" | "poor";

/**
 * How a time suits one person.
 */
export type Suits = { 
/**
 * Who.
 */
side: Side, 
/**
 * By name.
 */
name: string, 
/**
 * The day there.
 */
date: DateWords, 
/**
 * What a clock there shows then, as `09:00`.
 */
time: string, 
/**
 * What this person says of the time.
 */
mark: TimeMark | null, 
/**
 * A warning, where it is a time to avoid or for urgent matters only (R12). It never blocks.
 */
warning: string | null, };

/**
 * The summary of a session as a message: the same as the paper `session_summary` says.
 */
export type Summary = { 
/**
 * The message: actions first. Nothing private is in it.
 */
message: PartnerMessage, 
/**
 * The actions of the session.
 */
actions: Array<TaskView>, 
/**
 * When it was sent; none as long as it is not.
 */
sent: string | null, };

/**
 * A session, and a day on which something was done for it.
 */
export type SummarySent = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Of which session.
 */
session: SessionId, 
/**
 * On which day it was sent, as `2026-05-07`; now when left out.
 */
on?: string | null, };

/**
 * The summary of a session (R55).
 */
export type SummaryState = { 
/**
 * Whose duty it is, by name.
 */
ownerName: string, 
/**
 * When it was sent, as `Thursday 7 May 2026, 10:00`; none as long as it is not.
 */
sent: string | null, };

/**
 * One of the five lines that tell the agreement at a glance (R140).
 */
export type SummaryView = { 
/**
 * What it is about.
 */
label: string, 
/**
 * What the two agreed; none as long as they have not.
 */
text: string | null, 
/**
 * The section in which it is agreed.
 */
section: string, };

/**
 * An event of the programme, as the supervisor may see it.
 */
export type SupervisorEvent = { 
/**
 * Its id.
 */
event: string, 
/**
 * What it is.
 */
name: string, 
/**
 * When.
 */
date: DateWords | null, 
/**
 * Whether the supervisor may know of it.
 */
shared: boolean, };

/**
 * Whom the mentee tells of taking part.
 */
export type SupervisorView = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their e-mail address.
 */
email: string, 
/**
 * Whether a brief may be made.
 */
agreed: boolean, 
/**
 * When they are told.
 */
briefOn: DateWords | null, 
/**
 * When they were told.
 */
doneOn: DateWords | null, 
/**
 * The programme's events.
 */
events: Array<SupervisorEvent>, 
/**
 * What the brief would say, by what the two cleared for a supervisor (R96).
 */
cleared: Array<string>, };

/**
 * A table.
 */
export type Table = { 
/**
 * What the table shows, over it; may be empty.
 */
caption: string, 
/**
 * The columns, from where reading starts. A table without columns has as many equal ones as its longest row.
 */
columns: Array<Column>, 
/**
 * The head row, repeated on every page; empty for none.
 */
head: Array<Cell>, 
/**
 * The first cell of every row is that row's heading.
 */
rowHeads: boolean, 
/**
 * The rows. Missing cells are empty; cells beyond the last column go into the last column.
 */
rows: Array<Row>, };

/**
 * Taking one's goals along into another relationship.
 */
export type TakeGoals = { 
/**
 * The relationship they come from; it stays as it is.
 */
from: RelationshipId, 
/**
 * The relationship they go into; a new one is made when left out.
 */
into?: RelationshipId | null, 
/**
 * For a new one: who the mentor will be, where that is known.
 */
partner?: NewPerson | null, };

/**
 * One of the two, for saying whose words are written at the computer that both use.
 */
export type Talker = { 
/**
 * Which of the two.
 */
side: Side, 
/**
 * The name.
 */
name: string, 
/**
 * Whether this is the owner of this computer.
 */
owner: boolean, };

/**
 * What was answered to a task.
 */
export type TaskCounters = { 
/**
 * Which task.
 */
task: string, 
/**
 * What it is.
 */
what: string, 
/**
 * The answers, the oldest first.
 */
counters: Array<CounterView>, };

/**
 * A task that is done.
 */
export type TaskDone = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which task.
 */
task: TaskId, 
/**
 * On which day, as `2026-04-03`; today where it is left out.
 */
on?: string | null, };

/**
 * A task of one of the two.
 */
export type TaskId = string;

/**
 * What kind of task it is.
 */
export type TaskKind = "task" | "action" | "help";

/**
 * How much time a date leaves.
 */
export type TaskTime = { 
/**
 * Days from today.
 */
days: number, 
/**
 * Days that a task gets at least, as agreed or usual.
 */
minimum: number, 
/**
 * What is said where that is too little.
 */
warning: ShortTime | null, };

/**
 * A task.
 */
export type TaskView = { 
/**
 * Id.
 */
id: TaskId, 
/**
 * Of which kind.
 */
kind: TaskKind, 
/**
 * What is to be done.
 */
what: string, 
/**
 * More about it; may be empty.
 */
note: string, 
/**
 * Whose task it is.
 */
owner: Side, 
/**
 * Whose, by name.
 */
ownerName: string, 
/**
 * Whether it is the task of the owner of this computer.
 */
mine: boolean, 
/**
 * Who set it.
 */
setBy: Side, 
/**
 * Who set it, by name.
 */
setByName: string, 
/**
 * When it was set.
 */
setOn: DateWords | null, 
/**
 * The session in which it was set.
 */
session: string | null, 
/**
 * By when.
 */
due: DateWords | null, 
/**
 * The date it had at first, where it was put off (R23).
 */
original: DateWords | null, 
/**
 * How often it was put off (R24).
 */
moved: number, 
/**
 * `moved once; was Friday 3 April 2026`.
 */
movedWords: string | null, 
/**
 * Each time, the oldest first.
 */
delays: Array<DelayView>, 
/**
 * Whether it is time to ask "Is this still the right task?": it is then on the agenda of the next
 * session (R24).
 */
asksWhetherRight: boolean, 
/**
 * When it was done.
 */
doneOn: DateWords | null, 
/**
 * What to write to the other person about the last date that could not be kept (R23).
 */
message: PartnerMessage | null, };

/**
 * The tasks of a relationship.
 */
export type Tasks = { 
/**
 * Those to be done, the first due first.
 */
open: Array<TaskView>, 
/**
 * Those that are done, the newest first.
 */
done: Array<TaskView>, 
/**
 * What comes back with every session.
 */
duties: Array<DutyView>, 
/**
 * Days that a task gets at least, as agreed or usual (R22).
 */
minimumDays: number, 
/**
 * The task that was just added or changed.
 */
id: TaskId | null, 
/**
 * What is said where its date leaves less than that. The date is kept all the same.
 */
warning: ShortTime | null, 
/**
 * What to write to the other person about what just happened.
 */
message: PartnerMessage | null, };

/**
 * Somebody says that the pace cannot be kept, and which one could (R130).
 */
export type TellPace = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who says so; the owner when left out.
 */
side?: Side | null, 
/**
 * When the two talked about it, as `2026-06-12`; today when left out.
 */
on?: string | null, 
/**
 * What was said, where the two want to keep it. Both see it.
 */
note?: string | null, 
/**
 * The proposed pattern: `monthly_60`, `fortnightly_30`, `six_weeks_90` or `own`.
 */
cadence: string, 
/**
 * Own: how many units lie between two meetings.
 */
count?: number | null, 
/**
 * Own: the unit.
 */
unit?: Unit | null, 
/**
 * Own: how long a meeting is, in minutes.
 */
minutes?: number | null, };

/**
 * What moving an agreement did, or would do.
 */
export type TemplateAdopted = { 
/**
 * The template it is moved to.
 */
template: UsedTemplate, 
/**
 * What differs between the two templates.
 */
differences: Array<TemplateDifference>, };

/**
 * Something that was done to a template.
 */
export type TemplateDeed = { 
/**
 * What, as in "moving “Limits”".
 */
name: string, 
/**
 * When, in words.
 */
when: string, 
/**
 * Whether it was taken back.
 */
undone: boolean, };

/**
 * What was done to a template.
 */
export type TemplateDeeds = { 
/**
 * The newest first.
 */
deeds: Array<TemplateDeed>, };

/**
 * One thing that differs.
 */
export type TemplateDifference = { 
/**
 * The section by its title; the template's name where it is about the whole.
 */
about: string, 
/**
 * What differs, in a sentence.
 */
sentence: string, };

/**
 * A template in the owner's list.
 */
export type TemplateId = string;

/**
 * A file to be looked at.
 */
export type TemplateImportText = { 
/**
 * What stands in the file.
 */
text: string, };

/**
 * What became of a template that was removed.
 */
export type TemplateRemoved = { 
/**
 * Whether it was kept, because relationships use it, and is offered to no new one.
 */
retired: boolean, 
/**
 * The template as a file, with which it can be brought back where it was not kept.
 */
text: string | null, };

/**
 * A section as a template shows it.
 */
export type TemplateSection = { 
/**
 * Key, like `area.12`; `own.` and a name for one of the template's own.
 */
section: string, 
/**
 * Which part it belongs to.
 */
part: Part, 
/**
 * Its number within the part.
 */
number: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * The shipped title; none for one of the template's own.
 */
shippedTitle: string | null, 
/**
 * The question it answers; empty for one of the template's own.
 */
question: string, 
/**
 * Its guidance.
 */
guidance: string, 
/**
 * The shipped guidance; none for one of the template's own.
 */
shippedGuidance: string | null, 
/**
 * Who asks that it is answered before signing.
 */
asked: AskedFor, 
/**
 * Whether it is left out from the start.
 */
hidden: boolean, 
/**
 * Whether it can be left out from the start.
 */
mayHide: boolean, 
/**
 * Whether it can be moved among the others that can.
 */
mayMove: boolean, 
/**
 * Whether it is one of the template's own.
 */
own: boolean, };

/**
 * A template in the list.
 */
export type TemplateSummary = { 
/**
 * Id; `fairlead` for the shipped form.
 */
id: TemplateId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The programme that asks for what it marks; may be empty.
 */
programme: string, 
/**
 * Its version, from 1.
 */
version: number, 
/**
 * Whether it is the form that Fairlead ships: it can be copied, and not changed.
 */
shipped: boolean, 
/**
 * Whether it was removed while relationships use it: no new one is offered it.
 */
retired: boolean, 
/**
 * How many relationships were made from it.
 */
used: number, 
/**
 * What of the shipped form it changes, in words.
 */
about: string, };

/**
 * A template as a file.
 */
export type TemplateText = { 
/**
 * A name for the file, safe on every system.
 */
name: string, 
/**
 * What stands in it.
 */
text: string, };

/**
 * A whole template.
 */
export type TemplateView = { 
/**
 * The template.
 */
template: TemplateSummary, 
/**
 * Its sections in their order.
 */
sections: Array<TemplateSection>, 
/**
 * The section that was just added.
 */
added: string | null, };

/**
 * All templates, the shipped form first.
 */
export type Templates = { 
/**
 * The templates.
 */
templates: Array<TemplateSummary>, };

/**
 * How a paragraph looks.
 */
export type TextStyle = "body" | "lead" | "small" | "guidance";

/**
 * Light, dark or as the computer has it.
 */
export type Theme = "system" | "light" | "dark" | "contrast";

/**
 * One of the four simple mishaps, looked at or not (R8).
 */
export type TickMishap = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * About what; about the first contact when left out.
 */
about?: EscalationAbout | null, 
/**
 * Which.
 */
mishap: Mishap, 
/**
 * Whether it was looked at; yes when left out.
 */
done?: boolean | null, };

/**
 * All obstacles that one of the two ticks. What is left out of the list is not ticked.
 */
export type TickObstacles = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who ticks: `mentor` or `mentee`; the owner when left out.
 */
side?: Side | null, 
/**
 * The ticked ones, like `[{"number": 6}, {"number": 9, "words": "audit until June"}]`.
 */
obstacles: Array<TickedObstacle>, };

/**
 * An obstacle that is ticked.
 */
export type TickedObstacle = { 
/**
 * Its number, from 1 to 10.
 */
number: number, 
/**
 * Words to it, where somebody wants to say more.
 */
words?: string | null, };

/**
 * A part of a day with its mark.
 */
export type TimeCell = { 
/**
 * Which part.
 */
part: PartOfDay, 
/**
 * What is said of it.
 */
mark: TimeMark | null, };

/**
 * What somebody says of a part of a day.
 */
export type TimeMark = "good" | "urgent" | "avoid";

/**
 * When on its day a reminder is told.
 */
export type TimeOfDay = "start" | "end" | "moment";

/**
 * How a time suits both.
 */
export type TimeSuits = { 
/**
 * The mentee and the mentor.
 */
people: Array<Suits>, };

/**
 * A moment with its words.
 */
export type TimeWords = { 
/**
 * RFC 3339 with the offset of the place where it was.
 */
at: string, 
/**
 * In words with the zone, like `Tuesday 24 March 2026, 10:15 (Europe/London)`.
 */
words: string, };

/**
 * The activities over time.
 */
export type TimelineView = { 
/**
 * The first day of the first.
 */
from: DateWords, 
/**
 * The last day of the last.
 */
to: DateWords, 
/**
 * How many days from the first to the last, both counted.
 */
days: number, 
/**
 * One bar for each activity, by its first day.
 */
bars: Array<BarView>, 
/**
 * Days to be marked: today, milestones.
 */
marks: Array<MarkView>, };

/**
 * What needs the owner today.
 */
export type Today = { 
/**
 * The date.
 */
date: DateWords, 
/**
 * At most seven things, the most pressing first.
 */
cards: Array<Card>, 
/**
 * What lies ahead.
 */
comingUp: Array<Ahead>, };

/**
 * A topic, or a module of the programme.
 */
export type TopicId = string;

/**
 * What kind of topic it is.
 */
export type TopicKind = "topic" | "module";

/**
 * A topic or a module.
 */
export type TopicView = { 
/**
 * Id.
 */
id: TopicId, 
/**
 * Which of the two.
 */
kind: TopicKind, 
/**
 * What it is about.
 */
title: string, 
/**
 * When the module takes place.
 */
on: DateWords | null, 
/**
 * What to think about before a module.
 */
beforePrompt: string | null, 
/**
 * What was written before it.
 */
before: string, 
/**
 * What to ask after a module.
 */
afterPrompt: string | null, 
/**
 * What was written after it.
 */
after: string, 
/**
 * The session it belongs to.
 */
session: SessionId | null, 
/**
 * When it was done with.
 */
doneOn: DateWords | null, };

/**
 * The topics and modules of a relationship.
 */
export type Topics = { 
/**
 * Those to come, in their order.
 */
open: Array<TopicView>, 
/**
 * Those done with.
 */
done: Array<TopicView>, 
/**
 * The one that was just added.
 */
id: TopicId | null, };

/**
 * An interval.
 */
export type TouchInterval = { 
/**
 * How many: 1 to 120.
 */
count: number, 
/**
 * Of what.
 */
unit: TouchUnit, };

/**
 * How often the two mean to be in touch after the end (R125).
 */
export type TouchUnit = "weeks" | "months" | "years";

/**
 * Where something is going.
 */
export type Trend = "falling" | "steady" | "rising";

/**
 * A trust rating.
 */
export type TrustView = { 
/**
 * From 1 to 5.
 */
rating: number, 
/**
 * In words.
 */
words: string, 
/**
 * A word to it.
 */
note: string, 
/**
 * Whether it is shared.
 */
shared: boolean, };

/**
 * What a message for "All fine for now" would say.
 */
export type TryAllFine = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * In how many weeks or months.
 */
count: number, 
/**
 * Weeks or months.
 */
unit: AwayUnit, };

/**
 * A date to try.
 */
export type TryDue = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The date, as `2026-03-27`.
 */
due: string, };

/**
 * A time that is thought of.
 */
export type TryTime = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The day, as `2026-11-26`.
 */
on: string, 
/**
 * The time, as `14:00`.
 */
at: string, 
/**
 * In whose zone; the owner's when left out.
 */
side?: Side | null, 
/**
 * How long, in minutes; 60 when left out.
 */
minutes?: number | null, };

/**
 * A date as typed.
 */
export type TypedDate = { 
/**
 * The text.
 */
text: string, 
/**
 * It is about something that has happened: a date without a year is then the last such day, not the next.
 */
past?: boolean | null, };

/**
 * What can be undone and done again.
 */
export type UndoState = { 
/**
 * Name of the deed that undo would take back, as in "Undo adding the goal …".
 */
back: string | null, 
/**
 * Name of the deed that redo would bring back.
 */
forward: string | null, 
/**
 * Name of the deed that was just undone or done again.
 */
done: string | null, };

/**
 * A name under which nobody could sign.
 */
export type UnfitName = { 
/**
 * Stable name of the reason, like `mixed_scripts` or `zero_width`.
 */
code: string, 
/**
 * Whose name.
 */
side: Side, 
/**
 * What is wrong with it, in a sentence.
 */
why: string, 
/**
 * The address of the page on which it is changed.
 */
route: string, };

/**
 * A span between meetings.
 */
export type Unit = "days" | "weeks" | "months";

/**
 * The template that a relationship was made from.
 */
export type UsedTemplate = { 
/**
 * Id; `fairlead` for the shipped form.
 */
id: TemplateId, 
/**
 * What it was called then.
 */
name: string, 
/**
 * Its version then.
 */
version: number, 
/**
 * The newer version that the agreement can be moved to.
 */
newer: number | null, };

/**
 * What a check found.
 */
export type Verdict = "valid" | "not_valid" | "cannot_tell";

/**
 * What was found in a file.
 */
export type Verified = { 
/**
 * The name of the file.
 */
file: string, 
/**
 * Its size in words.
 */
size: string, 
/**
 * What can be said of it.
 */
verdict: VerifyVerdict, 
/**
 * The same in a word or two.
 */
title: string, 
/**
 * Stable name of the gravest finding; `valid` where there is none.
 */
code: string, 
/**
 * The whole in three parts.
 */
sentence: Sentence, 
/**
 * All findings, the gravest first.
 */
findings: Array<VerifyFinding>, 
/**
 * The agreement, where its text can be read.
 */
agreement: VerifyAgreement | null, 
/**
 * SHA-256 of the attached text, 64 hexadecimal digits.
 */
fingerprint: string | null, 
/**
 * The same in four words.
 */
words: Array<string>, 
/**
 * The two, as far as they signed.
 */
signers: Array<VerifySigner>, 
/**
 * The sections in which the text differs from what was signed, where that can be told.
 */
differing: Array<string>, 
/**
 * The record of what happened before signing.
 */
record: Array<VerifyEvent>, };

/**
 * The agreement that a file holds.
 */
export type VerifyAgreement = { 
/**
 * The relationship, where it is one of those kept here.
 */
relationship: string | null, 
/**
 * Number of the version.
 */
version: number, 
/**
 * Between whom, in words.
 */
between: string, 
/**
 * When the text was frozen, in words.
 */
frozen: string | null, };

/**
 * A moment before signing, as the file tells it.
 */
export type VerifyEvent = { 
/**
 * When, in words.
 */
at: string, 
/**
 * What happened.
 */
words: string, };

/**
 * A file to be verified.
 */
export type VerifyFile = { 
/**
 * Its name, to be shown.
 */
name: string, 
/**
 * What stands in it, in base64.
 */
base64: string, };

/**
 * Something that was found.
 */
export type VerifyFinding = { 
/**
 * Stable name.
 */
code: string, 
/**
 * How grave it is.
 */
weight: VerifyWeight, 
/**
 * Whom it is about, where it is about one of the two.
 */
side: Side | null, 
/**
 * In a sentence.
 */
text: string, };

/**
 * How far Fairlead knows a key.
 */
export type VerifyKeyStanding = "own" | "kept_here" | "known" | "first" | "changed" | "unknown";

/**
 * One of the two.
 */
export type VerifySigner = { 
/**
 * In which role.
 */
side: Side, 
/**
 * The role in a word.
 */
role: string, 
/**
 * The name that was signed with.
 */
name: string, 
/**
 * How it was signed, in words.
 */
kind: string, 
/**
 * When, with the zone.
 */
at: string, 
/**
 * The key in four words.
 */
keyWords: Array<string>, 
/**
 * Its fingerprint, 64 hexadecimal digits.
 */
key: string, 
/**
 * How far it is known.
 */
standing: VerifyKeyStanding, 
/**
 * The same in a sentence.
 */
standingText: string, 
/**
 * Whether the signature under the text holds.
 */
textSignature: boolean, 
/**
 * Whether the PDF's own signature holds.
 */
pdfSignature: boolean, };

/**
 * What can be said of a file.
 */
export type VerifyVerdict = "valid" | "not_valid" | "cannot_tell";

/**
 * How grave a finding is.
 */
export type VerifyWeight = "fault" | "doubt" | "note";

/**
 * One signed version, whole.
 */
export type VersionDetail = { 
/**
 * What it is, and what stands under it.
 */
version: VersionView, 
/**
 * The signed text, as it is printed.
 */
document: PaperDocument, 
/**
 * What happened before the signatures, the oldest first.
 */
record: Array<SigningEvent>, 
/**
 * What the signatures show, and what they do not.
 */
proof: Array<string>, };

/**
 * The two files of a signed version, to the letter: canonical JSON (RFC 8785) in UTF-8.
 */
export type VersionFiles = { 
/**
 * `agreement.json`: the text of record. Its SHA-256 is the fingerprint.
 */
agreement: string, 
/**
 * `signatures.json`: what each signed, and the signatures.
 */
signatures: string, };

/**
 * A version of the agreement that was frozen to be signed.
 */
export type VersionId = string;

/**
 * How far a version has come.
 */
export type VersionState = "waiting" | "signed" | "withdrawn";

/**
 * A version of the agreement.
 */
export type VersionView = { 
/**
 * Its id. A withdrawn version and the next one can have the same number.
 */
id: VersionId, 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * How far it has come.
 */
state: VersionState, 
/**
 * The state in a sentence.
 */
words: string, 
/**
 * Fingerprint of its text of record.
 */
fingerprint: FingerprintView, 
/**
 * When its text was frozen.
 */
frozen: TimeWords, 
/**
 * When the last signature or confirmation made it complete.
 */
signed: TimeWords | null, 
/**
 * The mentee and the mentor.
 */
people: Array<SignerView>, };

/**
 * All versions of an agreement, the newest first.
 */
export type Versions = { 
/**
 * Those that were frozen, withdrawn ones among them.
 */
versions: Array<VersionView>, 
/**
 * What the two are working on.
 */
draft: DraftView, };

/**
 * A way in which the mentor can help.
 */
export type WantHelp = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * `technical_skills`, `multitasking`, `organisation`, `ideas`, `career_path`, `network` or `confidence`; any
 * other text is a way of their own (R87).
 */
way: string, 
/**
 * Whether it is wanted; yes when left out.
 */
wanted?: boolean | null, 
/**
 * The goal it serves.
 */
goal?: GoalId | null, };

/**
 * When a field is asked at all: only while another one has one of these answers.
 */
export type When = { 
/**
 * Full key of the other field.
 */
field: string, 
/**
 * Its answers as text: an option's key, or `true` or `false`.
 */
is: Array<string>, };

/**
 * Where the data lives and how it is protected.
 */
export type Where = { 
/**
 * The data folder.
 */
folder: string, 
/**
 * Size of the data file in bytes.
 */
bytes: number, 
/**
 * Where the key is: `keychain`, `key_file` or `pass_phrase`.
 */
keyPlace: string, 
/**
 * The same in a sentence.
 */
keySentence: string, 
/**
 * The newest backup, in words; none when there is none.
 */
lastBackup: string | null, };

/**
 * A relationship.
 */
export type Which = { 
/**
 * Its id.
 */
relationship: RelationshipId, };

/**
 * One activity.
 */
export type WhichActivity = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which activity.
 */
activity: ActivityId, };

/**
 * A point of an agenda.
 */
export type WhichAgendaPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * The session on whose agenda it stands.
 */
session: SessionId, 
/**
 * Which point.
 */
point: string, };

/**
 * One field of a relationship.
 */
export type WhichAnswer = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the field.
 */
field: string, 
/**
 * Whose answer, where each gives one.
 */
side?: Side | null, };

/**
 * One line.
 */
export type WhichAssessmentLine = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which line.
 */
line: AssessmentLineId, };

/**
 * One of the files.
 */
export type WhichAttachment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which file.
 */
attachment: AttachmentId, };

/**
 * One thing that the owner wants to change.
 */
export type WhichBehaviour = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which one.
 */
behaviour: BehaviourId, };

/**
 * One channel.
 */
export type WhichChannel = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which channel.
 */
channel: ChannelId, };

/**
 * One contact that was written down.
 */
export type WhichContact = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which contact.
 */
contact: ContactId, };

/**
 * One detail of a relationship.
 */
export type WhichDetail = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which detail.
 */
detail: Detail, };

/**
 * One escalation of the owner.
 */
export type WhichEscalation = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * About what; about the first contact when left out.
 */
about?: EscalationAbout | null, };

/**
 * Feedback or a recommendation.
 */
export type WhichFeedbackPoint = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which feedback.
 */
feedback: string, };

/**
 * One goal.
 */
export type WhichGoal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which goal.
 */
goal: GoalId, };

/**
 * One heading.
 */
export type WhichHeading = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which heading.
 */
heading: HeadingId, };

/**
 * A kind of reminder.
 */
export type WhichKind = { 
/**
 * Number in the catalogue.
 */
kind: Number, };

/**
 * One milestone.
 */
export type WhichMilestone = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which milestone.
 */
milestone: MilestoneId, };

/**
 * One moment.
 */
export type WhichMoment = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which moment.
 */
moment: MomentId, };

/**
 * A line of the shared notes.
 */
export type WhichNote = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Of which session.
 */
session: SessionId, 
/**
 * Which line.
 */
note: string, };

/**
 * One permission.
 */
export type WhichPermission = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which permission.
 */
permission: PermissionId, };

/**
 * One person or address of the programme.
 */
export type WhichProgrammeContact = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which entry.
 */
contact: ProgrammeContactId, };

/**
 * One event.
 */
export type WhichProgrammeEvent = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which event.
 */
event: ProgrammeEventId, };

/**
 * A proposal.
 */
export type WhichProposal = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which proposal.
 */
proposal: ProposalId, };

/**
 * One reminder by name.
 */
export type WhichReminder = { 
/**
 * Its name.
 */
reminder: string, };

/**
 * One resource.
 */
export type WhichResource = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which resource.
 */
resource: ResourceId, };

/**
 * A scan that was attached to a signature.
 */
export type WhichScan = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Its SHA-256, as the signature names it.
 */
sha256: string, };

/**
 * One section.
 */
export type WhichSection = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the section, like `area.2`.
 */
section: string, };

/**
 * One self-check.
 */
export type WhichSelfCheck = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which self-check.
 */
check: SelfCheckId, };

/**
 * A session.
 */
export type WhichSession = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, };

/**
 * One suggestion, to be accepted or taken back.
 */
export type WhichSuggestion = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which suggestion.
 */
suggestion: SuggestionId, 
/**
 * Who says so. Accepting is for the one who did not make it, taking back for the one who did; left
 * out, it is that person.
 */
side?: Side | null, };

/**
 * One task.
 */
export type WhichTask = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which task.
 */
task: TaskId, };

/**
 * One template.
 */
export type WhichTemplate = { 
/**
 * Its id; `fairlead` for the shipped form.
 */
template: TemplateId, };

/**
 * One section of a template.
 */
export type WhichTemplateSection = { 
/**
 * Which template.
 */
template: TemplateId, 
/**
 * Key of the section.
 */
section: string, };

/**
 * A topic.
 */
export type WhichTopic = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which topic.
 */
topic: TopicId, };

/**
 * Which signed version.
 */
export type WhichVersion = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Its number.
 */
version: number, };

/**
 * One of the two, in one relationship.
 */
export type WhoExpects = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who writes.
 */
side: Side, };

/**
 * One of the two, in one relationship.
 */
export type WhoLooksBack = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Whose form: `mentor` or `mentee`; the owner's when left out.
 */
side?: Side | null, };

/**
 * One of the two, in one session.
 */
export type WhoseFeedback = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Who; the owner of this computer when left out.
 */
side?: Side | null, };

/**
 * What the mentee wants from a session (R34), and what they want after thinking again (R35).
 */
export type Wish = { 
/**
 * Who says it: the mentee, by name.
 */
name: string, 
/**
 * What was said first.
 */
first: WishVersion | null, 
/**
 * What was said after five or ten minutes of thinking, just before the session.
 */
second: WishVersion | null, };

/**
 * What somebody wants from a session, at one time.
 */
export type WishVersion = { 
/**
 * The words.
 */
text: string, 
/**
 * When they were said, as `Monday 4 May 2026, 18:05`.
 */
when: string, 
/**
 * For how many minutes it was thought about; only of the second version.
 */
minutes: number | null, };

/**
 * The words that the press sets on its own.
 */
export type Words = { 
/**
 * The page number; `{page}` and `{pages}` are replaced.
 */
page: string, 
/**
 * What a screen reader says for a ticked box.
 */
ticked: string, 
/**
 * What a screen reader says for an empty box.
 */
unticked: string, };

/**
 * What one of the two expects, as they write it.
 */
export type WriteExpectations = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Who writes.
 */
side: Side, 
/**
 * One expectation a line.
 */
text: string, };

/**
 * What one of the two answers, as they write it. What is left out stays.
 */
export type WriteFeedback = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * To which session.
 */
session: SessionId, 
/**
 * Who answers; the owner of this computer when left out.
 */
side?: Side | null, 
/**
 * What they take away from the session.
 */
takeAway?: string | null, 
/**
 * What the mentor should keep doing.
 */
keep?: string | null, 
/**
 * What the mentor should do less of.
 */
less?: string | null, 
/**
 * What the mentee could do differently.
 */
differently?: string | null, };

/**
 * What the owner notes for themselves.
 */
export type WritePrivateNote = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * In which session.
 */
session: SessionId, 
/**
 * The words; empty takes them away. They never leave this computer.
 */
text: string, };

/**
 * A sentence in the two's own words.
 */
export type WriteSentence = { 
/**
 * Which relationship.
 */
relationship: RelationshipId, 
/**
 * Key of the section.
 */
section: string, 
/**
 * Their words. Empty, or the same as the answers say, follows the answers again.
 */
text: string, };

/**
 * One of the two, and how far they are. Never what they wrote.
 */
export type Writer = { 
/**
 * Who.
 */
side: Side, 
/**
 * Who, by name.
 */
name: string, 
/**
 * How far.
 */
stage: WritingStage, };

/**
 * How far one of the two is with writing.
 */
export type WritingStage = "nothing" | "writing" | "finished";

/**
 * Yes or no.
 */
export type YesOrNo = "yes" | "no";

/**
 * All time zones.
 */
export type Zones = { 
/**
 * IANA names in order.
 */
zones: Array<string>, 
/**
 * The computer's own.
 */
own: string, };

/** Every use case with its request and response. */
export interface Calls {
  /** Says whether the data folder is open, and if not, why and what helps. */
  "start.state": { request: Nothing; response: StartState };
  /** Tries to open the data folder again after something outside was mended. */
  "start.retry": { request: Nothing; response: StartState };
  /** Opens a folder that has a pass phrase. */
  "start.unlock": { request: PassPhrase; response: StartState };
  /** Opens a folder with its recovery code, where the key is not at hand. */
  "start.recover": { request: Code; response: StartState };
  /** Lists the backups while the folder is closed, newest first. */
  "start.backups": { request: Nothing; response: Backups };
  /** Puts a backup in the place of a data file that cannot be opened; that file is kept whole. */
  "start.restore": { request: BackupName; response: StartState };
  /** Begins with an empty data file; the damaged one, its keys and its backups are kept whole in a folder of their own. */
  "start.begin_anew": { request: Nothing; response: StartState };
  /** Lists the backups, newest first. */
  "backup.list": { request: Nothing; response: Backups };
  /** Makes a backup now and checks it. */
  "backup.make": { request: Nothing; response: Backups };
  /** Goes back to a backup; what is there now is kept beside it, whole. */
  "backup.restore": { request: BackupName; response: StartState };
  /** Says where the data is, and how large. */
  "data.where": { request: Nothing; response: Where };
  /** Shows the recovery code until it was confirmed; afterwards nobody can show it again. */
  "recovery.show": { request: Nothing; response: RecoveryCode };
  /** Confirms that the recovery code was kept, by typing it. */
  "recovery.confirm": { request: Code; response: Done };
  /** Makes a new recovery code; the old one opens nothing any more but older backups. */
  "recovery.renew": { request: Nothing; response: RecoveryCode };
  /** Asks for a pass phrase at each start from now on. */
  "passphrase.set": { request: PassPhrase; response: Done };
  /** Stops asking for the pass phrase. */
  "passphrase.remove": { request: PassPhrase; response: Done };
  /** Tells who uses this installation; no profile before the first profile.save. */
  "profile.get": { request: Nothing; response: ProfileView };
  /** Says who uses this installation. Needed once, before relationship.create. */
  "profile.save": { request: Profile; response: Done };
  /** Tells the settings of this installation. */
  "settings.get": { request: Nothing; response: Settings };
  /** Keeps all settings; send back what settings.get answered, with the change in it. */
  "settings.save": { request: Settings; response: Settings };
  /** Keeps where the window stood, to come back there. */
  "place.keep": { request: Place; response: Done };
  /** Lists the people known here, the owner first. */
  "person.list": { request: Nothing; response: People };
  /** Sets up a relationship and answers its id, which nearly every other call takes as `relationship`. */
  "relationship.create": { request: NewRelationship; response: Made };
  /** Lists all relationships at a glance. */
  "relationship.list": { request: Nothing; response: Relationships };
  /** Tells one relationship at a glance: people, dates, how far the agreement is. */
  "relationship.get": { request: Which; response: RelationshipView };
  /** Changes the connection date, the details of the other person or the programme's name; what is left out stays. */
  "relationship.update": { request: ChangeRelationship; response: RelationshipView };
  /** Tells what the connection date, the programme or a person's details were before, who changed them and when, newest first. */
  "relationship.history": { request: WhichDetail; response: History };
  /** Puts an earlier state of such a detail back; undo.back takes that back. */
  "relationship.restore": { request: RestoreDetail; response: RelationshipView };
  /** Notes that the connection e-mail came, and on which day; all first dates count from it. */
  "relationship.connected": { request: Connected; response: RelationshipView };
  /** Gives the whole agreement as a form. sections[].fields[] lists every question: its key for answer.set, its kind, its options, limits and answers. */
  "agreement.get": { request: Which; response: AgreementView };
  /** Gives the agreement as the document that is shown and printed. */
  "agreement.document": { request: Which; response: OnScreen };
  /** Gives the short sheet “What we agreed” as a document. */
  "agreement.sheet": { request: Which; response: OnScreen };
  /** Gives one answer. `field` is a key from agreement.get, like template.4.ends_on; `side` (mentor or mentee) only where the field's owner is each. `value` by the field's kind: date: "2026-11-26"; number: a number from min to max; choice: the key of an option; yes_no: true or false; list: an array of lines; text and long: a text; null takes the answer away. Goals, milestones and the contact plan have calls of their own. */
  "answer.set": { request: SetAnswer; response: AnswerSaved };
  /** Tells what an answer was before, by whom and when, newest first. */
  "answer.history": { request: WhichAnswer; response: History };
  /** Puts an earlier answer back; `edit` comes from answer.history. */
  "answer.restore": { request: RestoreWording; response: AnswerSaved };
  /** Says which answers are missing before the two can sign, and what they still talk about. */
  "agreement.ready": { request: Which; response: Ready };
  /** Says how the two stand to a section: still talking, agreed by both, or does not apply. The key comes from agreement.get. */
  "section.stand": { request: SetStanding; response: Done };
  /** Gives one of the fourteen areas another name; an empty title gives it its own name back. */
  "section.rename": { request: RenameSection; response: Order };
  /** Tells what an area was called before. */
  "section.history": { request: WhichSection; response: History };
  /** Gives an area a name back that it had; `edit` comes from section.history. */
  "section.restore": { request: RestoreWording; response: Order };
  /** Moves an area or a heading of the two's own to another place among all headings of part 2, counted from 1. */
  "section.move": { request: MoveSection; response: Order };
  /** Words the sentence that a section's answers write; an empty text follows the answers again. */
  "sentence.write": { request: WriteSentence; response: SentenceSaved };
  /** After the answers changed: takes the new sentence, or keeps the own words. */
  "sentence.settle": { request: SettleSentence; response: SentenceSaved };
  /** Tells what both expect of each other (area 10): how far each is, and once both are revealed, line by line. */
  "expectation.get": { request: Which; response: Expectations };
  /** Reads one person's own lines while they are still unseen. */
  "expectation.read": { request: WhoExpects; response: ExpectationDraft };
  /** Writes one person's lines; the other does not see them yet. */
  "expectation.write": { request: WriteExpectations; response: Done };
  /** Says that one person is done; the lines stay unseen until both are. */
  "expectation.finish": { request: WhoExpects; response: Expectations };
  /** Takes one person's unseen lines away. */
  "expectation.discard": { request: WhoExpects; response: Expectations };
  /** Reveals both persons' lines to each other, once both are done. */
  "expectation.reveal": { request: Which; response: Expectations };
  /** Marks a revealed line as aligned, to discuss or different. */
  "expectation.mark": { request: MarkExpectation; response: Expectations };
  /** Lists the suggestions for other words, with what each adds and removes. */
  "suggestion.list": { request: Which; response: Suggestions };
  /** Suggests other words for a place of the agreement. */
  "suggestion.make": { request: NewSuggestion; response: Suggestions };
  /** Takes the suggested words into the agreement. */
  "suggestion.accept": { request: WhichSuggestion; response: Suggestions };
  /** Keeps the words as they are. */
  "suggestion.keep": { request: KeepWords; response: Suggestions };
  /** Puts words of both into the agreement. */
  "suggestion.blend": { request: BlendSuggestion; response: Suggestions };
  /** Takes one's own suggestion back. */
  "suggestion.withdraw": { request: WhichSuggestion; response: Suggestions };
  /** Says something about a suggestion without deciding it. */
  "suggestion.comment": { request: NewComment; response: Suggestions };
  /** Tells how a section's sentence was worded before. */
  "sentence.history": { request: WhichSection; response: History };
  /** Puts an earlier wording of a sentence back; `edit` comes from sentence.history. */
  "sentence.restore": { request: RestoreWording; response: SentenceSaved };
  /** Writes a private note beside a section; it is in no paper and never leaves this computer. */
  "note.write": { request: SetNote; response: Done };
  /** Adds a goal: short for work soon, long for the career. Where and when it was set is kept with it. */
  "goal.add": { request: NewGoal; response: Goals };
  /** Changes a goal; what is left out stays. */
  "goal.change": { request: ChangeGoal; response: Goals };
  /** Removes a goal; undo.back brings it back. */
  "goal.remove": { request: WhichGoal; response: Goals };
  /** Tells how a goal was worded before, by whom and when, newest first. */
  "goal.history": { request: WhichGoal; response: History };
  /** Puts an earlier wording of a goal back; `edit` comes from goal.history. */
  "goal.restore": { request: RestoreWording; response: Goals };
  /** Moves a goal to another place in the list, counted from 1. */
  "goal.move": { request: MoveGoal; response: Goals };
  /** Adds a milestone, a date that guides the end. */
  "milestone.add": { request: NewMilestone; response: Milestones };
  /** Changes a milestone; `ends` lets the relationship end on it. */
  "milestone.change": { request: ChangeMilestone; response: Milestones };
  /** Removes a milestone; undo.back brings it back. */
  "milestone.remove": { request: WhichMilestone; response: Milestones };
  /** Tells how a milestone was worded and dated before. */
  "milestone.history": { request: WhichMilestone; response: History };
  /** Puts an earlier state of a milestone back; `edit` comes from milestone.history. */
  "milestone.restore": { request: RestoreWording; response: Milestones };
  /** Adds a heading of the two's own beside the fourteen areas. */
  "heading.add": { request: NewHeading; response: Headings };
  /** Changes such a heading, its text, or how the two stand to it; what is left out stays. */
  "heading.change": { request: ChangeHeading; response: Headings };
  /** Removes such a heading; undo.back brings it back. */
  "heading.remove": { request: WhichHeading; response: Headings };
  /** Tells what such a heading was called and what stood under it before. */
  "heading.history": { request: WhichHeading; response: History };
  /** Puts an earlier name and text of such a heading back; `edit` comes from heading.history. */
  "heading.restore": { request: RestoreWording; response: Headings };
  /** Moves such a heading among the two's own headings, counted from 1. To move it among the areas, use section.move. */
  "heading.move": { request: MoveHeading; response: Headings };
  /** Names what template.undo and template.redo would do. */
  "template.undo_state": { request: WhichTemplate; response: UndoState };
  /** Takes back the last deed on a template. */
  "template.undo": { request: WhichTemplate; response: UndoState };
  /** Does again what was taken back last on a template. */
  "template.redo": { request: WhichTemplate; response: UndoState };
  /** Lists what was done to a template, newest first. */
  "template.history": { request: WhichTemplate; response: TemplateDeeds };
  /** Lists the templates; fairlead is the one that Fairlead ships. */
  "template.list": { request: Nothing; response: Templates };
  /** Gives a template with all its sections. */
  "template.get": { request: WhichTemplate; response: TemplateView };
  /** Makes an own template from another one. */
  "template.copy": { request: CopyTemplate; response: TemplateView };
  /** Changes the name, the note or the programme of an own template. */
  "template.change": { request: ChangeTemplate; response: TemplateView };
  /** Takes an own template off the list; relationships made from it keep their copy. */
  "template.remove": { request: WhichTemplate; response: TemplateRemoved };
  /** Adds a section of text to an own template. */
  "template.section.add": { request: NewTemplateSection; response: TemplateView };
  /** Changes a section of an own template: its title, guidance, whether it is asked for or left out. */
  "template.section.change": { request: ChangeTemplateSection; response: TemplateView };
  /** Moves a section of an own template to another place, counted from 1. */
  "template.section.move": { request: MoveTemplateSection; response: TemplateView };
  /** Removes a section that was added to an own template. */
  "template.section.remove": { request: WhichTemplateSection; response: TemplateView };
  /** Gives a template as the text of one file. */
  "template.export": { request: WhichTemplate; response: TemplateText };
  /** Reads the text of such a file and tells what importing it would do, without doing it. */
  "template.preview": { request: TemplateImportText; response: ImportPreview };
  /** Imports the text of such a file. */
  "template.import": { request: ImportTemplate; response: TemplateView };
  /** Tells what moving a relationship's agreement to another template, or to a newer version, would change. */
  "template.compare": { request: AdoptTemplate; response: TemplateAdopted };
  /** Moves a relationship's agreement to that template; what the two wrote and chose themselves stays. */
  "template.adopt": { request: AdoptTemplate; response: TemplateAdopted };
  /** Says where one of the two stands towards a goal by their own judgement, 1 to 5; null takes it back. The next signed version keeps it as the baseline. */
  "rating.set": { request: SetRating; response: Goals };
  /** Tells how far the signing is: what comes next and for whom, the exact text, and what a signature will show. */
  "signing.get": { request: Which; response: Signing };
  /** Freezes the text to be signed as a version. Refused while agreement.ready lists something; sections still talked about must be named in `later`. */
  "signing.begin": { request: BeginSigning; response: Signing };
  /** Notes that one of the two has the exact text before them. */
  "signing.open": { request: SigningSide; response: Signing };
  /** Signs the frozen version for one of the two: typed, drawn or on_paper. `version` and `fingerprint` come from signing.get. It cannot be undone, only withdrawn until both have signed. */
  "signing.sign": { request: Sign; response: Signing };
  /** Notes that the computer was handed to one of the two. */
  "signing.hand_over": { request: SigningSide; response: Signing };
  /** Confirms a signature by hand that the other person made. */
  "signing.confirm": { request: ConfirmSignature; response: Signing };
  /** Takes one person's signature back, or leaves the version unsigned; possible until both have signed. */
  "signing.withdraw": { request: SigningSide; response: Signing };
  /** Gives a scan that was attached to a signature by hand. */
  "signing.scan": { request: WhichScan; response: ScanFile };
  /** Lists the signed versions and tells whether the draft differs from the newest one. */
  "version.list": { request: Which; response: Versions };
  /** Gives one signed version: its text as it is printed, its signatures and what happened before them. */
  "version.get": { request: WhichVersion; response: VersionDetail };
  /** Gives agreement.json and signatures.json of a signed version, to the letter. */
  "version.files": { request: WhichVersion; response: VersionFiles };
  /** Checks an agreement.json against a signatures.json, and the keys against those known here. */
  "version.check": { request: CheckFiles; response: FilesChecked };
  /** Compares two signed versions, or one with the draft, place by place. */
  "version.compare": { request: CompareVersions; response: Comparison };
  /** Lists what each signed version changed, oldest first. */
  "version.amendments": { request: Which; response: Amendments };
  /** Suggests the words of an older version again; the two decide it like any suggestion. */
  "version.restore": { request: SuggestFromVersion; response: Suggestions };
  /** Tells whose keys sign here, with their fingerprints, and how the other person's key is known. */
  "key.get": { request: Which; response: KeysView };
  /** Notes that a key of the other person was compared by voice. */
  "key.confirm": { request: ConfirmKey; response: KeysView };
  /** Writes down a permission to pass something on. */
  "permission.add": { request: NewPermission; response: Permissions };
  /** Changes the words of a permission. */
  "permission.change": { request: ChangePermission; response: Permissions };
  /** Says what became of a permission: given, refused, asked again or withdrawn. */
  "permission.step": { request: StepPermission; response: Permissions };
  /** Removes a permission from the list; undo.back brings it back. */
  "permission.remove": { request: WhichPermission; response: Permissions };
  /** Changes how the two came together: matched, by request or self-arranged. */
  "intake.change": { request: ChangeIntake; response: RelationshipView };
  /** Notes the mentor's answer to a request. */
  "intake.reply": { request: ReplyToRequest; response: RelationshipView };
  /** Fixes the first meeting, or leaves it for later with null. */
  "first_meeting.set": { request: SetFirstMeeting; response: RelationshipView };
  /** Gives the programme: name, addresses, people, events, its own words, its logo. */
  "programme.get": { request: Which; response: ProgrammeView };
  /** Gives the programme's own words for mentor, mentee, meeting, programme and coordinator. */
  "programme.words": { request: Which; response: OwnWords };
  /** Changes the programme's name, addresses and own words; what is left out stays. */
  "programme.change": { request: ChangeProgramme; response: ProgrammeView };
  /** Adds a person or an address of the programme. */
  "programme.contact.add": { request: NewProgrammeContact; response: ProgrammeView };
  /** Changes a person or an address of the programme; what is left out stays. */
  "programme.contact.change": { request: ChangeProgrammeContact; response: ProgrammeView };
  /** Removes a person or an address of the programme. */
  "programme.contact.remove": { request: WhichProgrammeContact; response: ProgrammeView };
  /** Adds an event of the programme. */
  "programme.event.add": { request: NewProgrammeEvent; response: ProgrammeView };
  /** Changes an event of the programme; what is left out stays. */
  "programme.event.change": { request: ChangeProgrammeEvent; response: ProgrammeView };
  /** Removes an event of the programme. */
  "programme.event.remove": { request: WhichProgrammeEvent; response: ProgrammeView };
  /** Sets the programme's logo from a picture in base64, PNG or JPEG. */
  "programme.logo.set": { request: SetLogo; response: ProgrammeView };
  /** Removes the programme's logo. */
  "programme.logo.remove": { request: Which; response: ProgrammeView };
  /** Gives the contact plan of both: channels, good and bad times, points ahead, what happens when nobody answers. */
  "contact.get": { request: Which; response: ContactPlan };
  /** Adds a way to reach one of the two, behind the others. */
  "channel.add": { request: NewChannel; response: ContactSaved };
  /** Changes a way to reach somebody; what is left out stays. */
  "channel.change": { request: ChangeChannel; response: ContactSaved };
  /** Removes a way to reach somebody. */
  "channel.remove": { request: WhichChannel; response: ContactSaved };
  /** Moves a way to reach somebody to another place in that person's order, counted from 1. */
  "channel.move": { request: MoveChannel; response: ContactSaved };
  /** Marks times of one person's week as good, urgent only or to avoid, in that person's zone. */
  "times.mark": { request: MarkTimes; response: ContactSaved };
  /** Says how a moment suits each of the two by the clock on their wall. It never blocks. */
  "times.try": { request: TryTime; response: TimeSuits };
  /** Names what undo.back and undo.forward would do. */
  "undo.state": { request: Which; response: UndoState };
  /** Takes back the last deed in a relationship. The history keeps both. */
  "undo.back": { request: Which; response: UndoState };
  /** Does again what was taken back last. */
  "undo.forward": { request: Which; response: UndoState };
  /** Tells what changed in a relationship since the owner last looked. */
  "since.get": { request: Which; response: Since };
  /** Says that the owner has looked. */
  "since.seen": { request: Which; response: Done };
  /** Tells what needs the owner now, and what comes next. */
  "today.get": { request: Nothing; response: Today };
  /** Says that the two have looked at the agreement again; the next date follows. */
  "revisit.finish": { request: Which; response: Done };
  /** Says of a PDF, given in base64, whether it is the signed agreement, unchanged. `fairlead-cli verify FILE` does the same for a file. */
  "verify.file": { request: VerifyFile; response: Verified };
  /** Reads a date as people type it, like 26/11/2026 or 26 Nov, and says it in words. */
  "date.read": { request: TypedDate; response: DateWords };
  /** Lists the names of all time zones. */
  "zone.list": { request: Nothing; response: Zones };
  /** Adds the example relationship of two invented people. */
  "example.add": { request: Nothing; response: Made };
  /** Removes the example. */
  "example.remove": { request: Nothing; response: Done };
  /** Writes down that the two were in touch: `direction` out or in, by which way, and whether it wants an answer. Day and time are now when left out. */
  "contact.log": { request: NewContact; response: ContactLogView };
  /** Gives the contact log with all that follows from it today: where the two stand, how long it has been quiet, messages without an answer, what can be told to the programme, and messages to begin from. */
  "contact.list": { request: Which; response: ContactLogView };
  /** Corrects a contact that was written down; what is left out stays. All clocks follow. */
  "contact.change": { request: ChangeContact; response: ContactLogView };
  /** Takes a contact out of the log; undo.back brings it back. */
  "contact.remove": { request: WhichContact; response: ContactLogView };
  /** Says that all is fine for now and in how many weeks or months the sender will be in touch again. Logs a contact and stops the quiet clock until that day. */
  "contact.all_fine": { request: SayAllFine; response: ContactLogView };
  /** Gives the day and the message that contact.all_fine would keep, without keeping it. */
  "contact.all_fine.try": { request: TryAllFine; response: AllFineDraft };
  /** Ends “All fine for now” before its day; the quiet clock goes on from today. */
  "contact.all_fine.end": { request: Which; response: ContactLogView };
  /** Tells a coordinator how many pairs are in touch by day 14: states and dates only. */
  "contact.figure": { request: Nothing; response: InTouchFigure };
  /** Gives the message to the programme about contact that did not come about or has stopped: four simple mishaps to look at first, then a draft of names, dates and attempts. */
  "escalation.get": { request: WhichEscalation; response: EscalationView };
  /** Ticks one of the four simple mishaps as looked at; the draft names it. */
  "escalation.tick": { request: TickMishap; response: ContactLogView };
  /** Says how telling the programme ended: sent, or not_needed with a reason; null opens it again. */
  "escalation.close": { request: CloseEscalation; response: ContactLogView };
  /** Lists all sessions with both clocks, how many were held and for how long, the cancel streak, the commitment meter and the ledger of moves and cancellations. */
  "session.list": { request: Which; response: Sessions };
  /** Gives one session. */
  "session.get": { request: WhichSession; response: SessionView };
  /** Writes a session down: one to come, or one that was held (state held, heldMinutes) before it was written down. */
  "session.add": { request: NewSession; response: Sessions };
  /** Changes what a session is for, where and how it is held, or its minutes; puts its time right without calling that a move. */
  "session.change": { request: ChangeSession; response: Sessions };
  /** Puts a proposed session, or all of a series, into both diaries. */
  "session.confirm": { request: ConfirmSessions; response: Sessions };
  /** Says that a session was held, and how many minutes it really took. Said again, it puts the minutes right. */
  "session.hold": { request: HoldSession; response: Sessions };
  /** Says that a session was neither held nor called off. */
  "session.miss": { request: WhichSession; response: Sessions };
  /** Calls a session off. The ledger keeps who asked and how long before. */
  "session.cancel": { request: CancelSession; response: Sessions };
  /** Gives a session another time. The ledger keeps who asked and how long before. */
  "session.move": { request: MoveSession; response: Sessions };
  /** Takes back that a session was held, missed or cancelled. */
  "session.reopen": { request: WhichSession; response: Sessions };
  /** Removes a session that was written down by mistake; undo.back brings it back. */
  "session.remove": { request: WhichSession; response: Sessions };
  /** Tells what the two agreed for a session that cannot be as planned, and the notice that a change would give now. */
  "session.contingency": { request: WhichSession; response: Contingency };
  /** Tells how the two meet: how often, how long, when, where; with the three presets and why the timing might change. */
  "pattern.get": { request: Which; response: PatternView };
  /** Sets how the two meet, by a preset or an own rhythm. The agreement says the same. */
  "pattern.set": { request: SetPattern; response: PatternView };
  /** Tells the times of a series on both clocks, with what there is to think about; nothing is booked. */
  "series.preview": { request: NewSeries; response: SeriesPreview };
  /** Books a series of sessions in one go; `series` of the answer names it. */
  "series.book": { request: NewSeries; response: Sessions };
  /** Proposes up to three times for a new session, or for the new time of one; `proposal` of the answer names it. */
  "slot.propose": { request: NewProposal; response: Sessions };
  /** Chooses one of the proposed times: that is the session. */
  "slot.choose": { request: ChooseSlot; response: Sessions };
  /** Says that none of the proposed times fits. */
  "slot.decline": { request: WhichProposal; response: Sessions };
  /** Takes proposed times back. */
  "slot.withdraw": { request: WhichProposal; response: Sessions };
  /** Says that one of the two cannot keep the pace, and which pattern they could keep. */
  "pace.tell": { request: TellPace; response: Sessions };
  /** Says what the two decided about the pace: the proposed pattern, or theirs as it is. */
  "pace.decide": { request: AnswerPace; response: Sessions };
  /** Gives the sessions as a calendar file (.ics): all, one, or a series. Imported again, it changes the entries that are there; that of a cancelled session takes it out. */
  "calendar.sessions": { request: CalendarOf; response: CalendarFile };
  /** Gives the programme's events that have a day, and the day on which a supervisor is told, as a calendar file (.ics). */
  "calendar.events": { request: Which; response: CalendarFile };
  /** Gives the events of which a supervisor may know as a calendar file (.ics) for their diary; only after the mentee agreed. */
  "calendar.supervisor": { request: Which; response: CalendarFile };
  /** Lists the tasks to be done and those that are done, and whose the duties are that come back with every session. */
  "task.list": { request: Which; response: Tasks };
  /** Sets a task with an owner and a date. A date that leaves less time than agreed is kept, with a warning and a better date. */
  "task.add": { request: NewTask; response: Tasks };
  /** Says how much time a date leaves for a task, and warns where that is less than agreed. Nothing is set. */
  "task.try": { request: TryDue; response: TaskTime };
  /** Changes a task; what is left out stays. Another date agreed on counts as no delay. */
  "task.change": { request: ChangeTask; response: Tasks };
  /** Notes that a task is done. */
  "task.done": { request: TaskDone; response: Tasks };
  /** Notes that a task is to be done after all. */
  "task.reopen": { request: WhichTask; response: Tasks };
  /** Tells that a task's date cannot be kept and which one can: the first date stays beside it, and a message to the partner is written. */
  "task.cant_make_it": { request: CantMakeIt; response: Tasks };
  /** Removes a task; the history keeps what it was. */
  "task.remove": { request: WhichTask; response: Tasks };
  /** Says whose a duty is that comes back with every session: arrange, points, wish or summary; null as the agreement says. */
  "duty.set": { request: SetDuty; response: Tasks };
  /** Gives a session before, during and after: checklists, wish, agenda with what was carried over, notes, feedback, summary. */
  "session.page": { request: WhichSession; response: SessionPage };
  /** Tells when the time for feedback begins next, in whichever relationship: within the coming day. */
  "session.bell": { request: Nothing; response: Bell };
  /** Says what the mentee wants from a session. */
  "session.wish": { request: SetWish; response: SessionPage };
  /** Says what the mentee wants after 5 or 10 minutes of thinking again; it stands beside the first version, both with their times. */
  "session.rethink": { request: RethinkWish; response: SessionPage };
  /** Puts a point on the agenda of a session, in words or from a topic. */
  "session.agenda.add": { request: NewAgendaPoint; response: SessionPage };
  /** Words a point of the agenda otherwise. */
  "session.agenda.change": { request: ChangeAgendaPoint; response: SessionPage };
  /** Moves a point to another place on the agenda, counted from 1. */
  "session.agenda.move": { request: MoveAgendaPoint; response: SessionPage };
  /** Takes a point from the agenda; one that was carried over goes no further. */
  "session.agenda.remove": { request: WhichAgendaPoint; response: SessionPage };
  /** Puts three points on the agenda that serve where nobody has written one. */
  "session.agenda.default": { request: WhichSession; response: SessionPage };
  /** Marks the agenda as sent and writes the message. What the mentee wants belongs to it; points and wish may come along. */
  "session.agenda.send": { request: SendAgenda; response: SessionPage };
  /** Chooses what is done as no agenda has come: remind, hold or move. */
  "session.agenda.missing": { request: ChooseMissing; response: SessionPage };
  /** Notes what happened to a point in a session: reached, not_reached or dropped. What is not reached goes on to the next. */
  "session.agenda.outcome": { request: SetOutcome; response: SessionPage };
  /** Adds lines to the shared notes of a session; with an owner or a date the line is an action and becomes a task. */
  "session.note.add": { request: NewNote; response: SessionPage };
  /** Words a line of the notes otherwise, and its action with it. */
  "session.note.change": { request: ChangeNote; response: SessionPage };
  /** Marks a line of the notes as an action with owner and date; it becomes a task. */
  "session.note.action": { request: MarkAction; response: SessionPage };
  /** Makes a plain line of an action; its task goes. */
  "session.note.plain": { request: WhichNote; response: SessionPage };
  /** Removes a line of the notes, and its task with it. */
  "session.note.remove": { request: WhichNote; response: SessionPage };
  /** Keeps what the owner notes for themselves in a session. It never leaves this computer. */
  "session.note.private": { request: WritePrivateNote; response: SessionPage };
  /** Says who takes notes in a session. */
  "session.note.taker": { request: SetNoteTaker; response: SessionPage };
  /** Notes neutrally that something is outside mentoring, and gives the places to turn to that the agreement names. */
  "session.outside": { request: WhichSession; response: SessionPage };
  /** Says how many minutes at the end of a session are kept for feedback: 5 to 10. */
  "session.feedback.time": { request: SetFeedbackTime; response: SessionPage };
  /** Keeps what one of the two answers to the four questions, for nobody else to see. */
  "session.feedback.write": { request: WriteFeedback; response: SessionPage };
  /** Gives what one of the two is still writing, for who writes it. */
  "session.feedback.read": { request: WhoseFeedback; response: FeedbackAnswers };
  /** Sends the answers of one of the two. Once both have sent theirs, both are shown. */
  "session.feedback.send": { request: WriteFeedback; response: SessionPage };
  /** Shows what the owner has sent without waiting for the other one. */
  "session.feedback.show": { request: WhoseFeedback; response: SessionPage };
  /** Gives the summary of a session as a message, actions first. Nothing private is in it. */
  "session.summary.get": { request: WhichSession; response: Summary };
  /** Notes that the summary of a session was sent. */
  "session.summary.sent": { request: SummarySent; response: SessionPage };
  /** Lists feedback and recommendations with what the other one answered, and the answers to tasks. */
  "feedback.list": { request: Which; response: FeedbackPoints };
  /** Gives feedback or a recommendation in a line, with what it is for: skill, method or awareness. */
  "feedback.add": { request: NewFeedbackPoint; response: FeedbackPoints };
  /** Changes feedback: its words, what it is for, and where it stands, up to agreeing to disagree. */
  "feedback.change": { request: ChangeFeedbackPoint; response: FeedbackPoints };
  /** Removes feedback; the history keeps it. */
  "feedback.remove": { request: WhichFeedbackPoint; response: FeedbackPoints };
  /** Answers feedback or a task with “I see it differently” or “I'd rather have …”. */
  "feedback.counter": { request: NewCounter; response: FeedbackPoints };
  /** Lists the topics to come back to, and the modules of the programme. */
  "topic.list": { request: Which; response: Topics };
  /** Adds a topic, or a module with its date. */
  "topic.add": { request: NewTopic; response: Topics };
  /** Changes a topic: title, date, what was written before and after a module, its session, whether it is done with. */
  "topic.change": { request: ChangeTopic; response: Topics };
  /** Moves a topic to another place among those to come, counted from 1. */
  "topic.move": { request: MoveTopic; response: Topics };
  /** Removes a topic; the history keeps it. */
  "topic.remove": { request: WhichTopic; response: Topics };
  /** Lists the requests for help, waiting and answered. */
  "help.list": { request: Which; response: HelpRequests };
  /** Asks the other person for help with something in particular; it counts as a task of theirs. A file for it is added with attachment.add: kind help, about the answer's id. */
  "help.ask": { request: AskHelp; response: HelpRequests };
  /** Answers a request for help; its task is then done. */
  "help.answer": { request: AnswerHelp; response: HelpRequests };
  /** Gives the whole action plan: goals in order with their activities, resources and coverage, the timeline, the year's lane, the date by which there is a plan, and its versions. Goals themselves are added and ranked by goal.add, goal.change and goal.move; milestones by milestone.add and milestone.change. */
  "plan.get": { request: Which; response: PlanView };
  /** Says where the mentee is heading and where they are now; what is left out stays. */
  "plan.change": { request: ChangePlan; response: PlanView };
  /** Notes that the two have gone through the plan: it is no longer in progress, and where it differs from the last version it is kept as the next one. */
  "plan.review": { request: Which; response: PlanView };
  /** Notes that somebody looked at the plan and it is still right, without a change. */
  "plan.still_right": { request: Which; response: PlanView };
  /** Tells what was done to the plan, by whom and when, newest first. */
  "plan.history": { request: Which; response: PlanHistory };
  /** Lists what is different between two versions of the plan, or between one and the plan now. */
  "plan.compare": { request: ComparePlans; response: PlanComparison };
  /** Says how a goal stands: open, reached, changed or dropped, and since which day. */
  "goal.stand": { request: StandGoal; response: Goals };
  /** Adds an activity to a goal: its kind, how long it takes in hours, days or weeks, and its first day. The last day is computed. */
  "activity.add": { request: NewActivity; response: PlanView };
  /** Changes an activity: its words, kind, effort, dates, owner, state, or what was learned; what is left out stays. */
  "activity.change": { request: ChangeActivity; response: PlanView };
  /** Moves an activity to another place among those of its goal, counted from 1. */
  "activity.move": { request: MoveActivity; response: PlanView };
  /** Tells what an activity was before, by whom it was changed and when, newest first. */
  "activity.history": { request: WhichActivity; response: History };
  /** Takes an activity out of the plan; undo.back brings it back. */
  "activity.remove": { request: WhichActivity; response: PlanView };
  /** Adds something that helps with a goal: a link, a book, a person or an opportunity, and whose idea it was. */
  "resource.add": { request: NewResource; response: PlanView };
  /** Changes a resource; what is left out stays. */
  "resource.change": { request: ChangeResource; response: PlanView };
  /** Takes a resource out of the plan; undo.back brings it back. */
  "resource.remove": { request: WhichResource; response: PlanView };
  /** Lists what the owner of this installation wants to change about how they work; only they see it. */
  "behaviour.list": { request: Which; response: Behaviours };
  /** Notes something that the owner wants to change; it stays on this computer. */
  "behaviour.add": { request: NewBehaviour; response: Behaviours };
  /** Words something that the owner wants to change otherwise. */
  "behaviour.change": { request: ChangeBehaviour; response: Behaviours };
  /** Forgets something that the owner wanted to change. */
  "behaviour.remove": { request: WhichBehaviour; response: Behaviours };
  /** Makes a goal of something that the owner wants to change; both see the goal, and only the goal. */
  "behaviour.promote": { request: PromoteBehaviour; response: Behaviours };
  /** Lists the moments of the journal, newest first: those both see, and the owner's private ones. */
  "journal.list": { request: Which; response: Journal };
  /** Writes a moment into the journal, private unless `share` is true. */
  "journal.add": { request: NewMoment; response: Journal };
  /** Changes the words or the day of a moment; what is left out stays. */
  "journal.change": { request: ChangeMoment; response: Journal };
  /** Takes a moment out of the journal. A shared one comes back with undo.back, a private one is forgotten. */
  "journal.remove": { request: WhichMoment; response: Journal };
  /** Shares a private moment, so that both see it from now on. */
  "journal.share": { request: WhichMoment; response: Journal };
  /** Tells where the mentee stands in three lists, strengths, weaknesses and style, at the start, at the mid-point and at the end, and compares then and now. */
  "self_assessment.get": { request: Which; response: SelfAssessment };
  /** Adds a line to one of the three lists. */
  "self_assessment.add": { request: NewAssessmentLine; response: SelfAssessment };
  /** Words a line otherwise. */
  "self_assessment.change": { request: ChangeAssessmentLine; response: SelfAssessment };
  /** Takes a line away; undo.back brings it back. */
  "self_assessment.remove": { request: WhichAssessmentLine; response: SelfAssessment };
  /** Tells one person's 90-day check-up: due dates, the five questions with how each counts line by line, the obstacles, what follows, and what the other person has shared. */
  "checkup.get": { request: WhoLooksBack; response: Checkup };
  /** Answers the five questions of the 90-day check-up, for nobody else to see. 2 and 5 are counted from the sessions; seeing them otherwise needs a reason. */
  "checkup.answer": { request: AnswerCheckup; response: Checkup };
  /** Completes one person's check-up once all five are answered: the count is kept as it is on this day. It stays private. */
  "checkup.complete": { request: WhoLooksBack; response: Checkup };
  /** Ticks the obstacles, numbers 1 to 10; open once three or more answers are unfavourable, here or in what the other has shared. */
  "checkup.obstacles": { request: TickObstacles; response: Checkup };
  /** Shares one person's completed check-up with the other; once both have, `together` says what follows. It cannot be undone. */
  "checkup.share": { request: WhoLooksBack; response: Checkup };
  /** Takes one person's answers away that are not shared yet. */
  "checkup.begin_anew": { request: WhoLooksBack; response: Checkup };
  /** Plans the meeting about obstacles: a session of the kind obstacles, its agenda, steps with owner and date, and a follow-up in 30 days. */
  "checkup.meet": { request: MeetAboutObstacles; response: Checkup };
  /** Adds a step to the plan of the meeting about obstacles. */
  "checkup.task": { request: AddObstacleTask; response: Checkup };
  /** Notes that the two looked at their obstacle plan again, and what became of it. */
  "checkup.follow_up": { request: FollowUpObstacles; response: Checkup };
  /** Lists the sessions that are check-points, the three questions and both persons' answers. */
  "check_point.get": { request: Which; response: CheckPoints };
  /** Chooses every which session is a check-point; 0 for none. */
  "check_point.set": { request: SetCheckPoints; response: CheckPoints };
  /** Answers the three questions of a check-point for one person. */
  "check_point.answer": { request: AnswerCheckPoint; response: CheckPoints };
  /** Tells the mid-point: its window, the meeting, the questions with their answers, the signed sections beside, goals then and now, and what is left of the term. */
  "mid_point.get": { request: WhoLooksBack; response: MidPointView };
  /** Books the mid-point meeting, on the mid-point itself where no day is given. */
  "mid_point.book": { request: BookMidPoint; response: MidPointView };
  /** Answers a question of the mid-point; the keys come from mid_point.get. */
  "mid_point.answer": { request: AnswerMidPoint; response: MidPointView };
  /** Says how the two kept one section of what they signed. */
  "mid_point.clause": { request: JudgeClause; response: MidPointView };
  /** Rates how far one person trusts the other, from 1 to 5, for nobody else to see. */
  "mid_point.trust": { request: RateTrust; response: MidPointView };
  /** Shares that rating with the other person. It cannot be undone. */
  "mid_point.share_trust": { request: WhoLooksBack; response: MidPointView };
  /** Makes a new agreement a suggestion for a section, or a heading of the two's own: part of the next version. */
  "mid_point.agree": { request: AgreeAnew; response: MidPointView };
  /** Finishes the mid-point evaluation and keeps the plan as its next version. */
  "mid_point.finish": { request: Which; response: MidPointView };
  /** Gives the evaluation as a text for the coordinator: names, dates and the summing-up. Nothing is sent. */
  "mid_point.evaluation": { request: Which; response: MidPointEvaluation };
  /** Tells the revisit that is due next, page by page: what stands in each section, what was signed, and whether it stays or changes. revisit.finish ends it. */
  "revisit.get": { request: Which; response: Revisit };
  /** Says of one section whether it stays (keep) or changes (change). A section that changes is talked about again; other words become a suggestion, and the draft the next version. */
  "revisit.page": { request: ChoosePage; response: Revisit };
  /** Notes what one person says to going on, at the mid-point or at a revisit. */
  "commitment.renew": { request: RenewCommitment; response: Revisit };
  /** Gives the prompt cards, for the mentor alone. */
  "mentor.cards": { request: Which; response: MentorCards };
  /** Lists the mentor's private self-checks with the trend of the talk share and of each pitfall. */
  "self_check.list": { request: Which; response: SelfChecks };
  /** Keeps a private self-check after a meeting: pitfalls 1 to 8, talk share in percent, an answer to the question of the open mind. */
  "self_check.save": { request: SaveSelfCheck; response: SelfChecks };
  /** Takes a self-check away, for good. */
  "self_check.remove": { request: WhichSelfCheck; response: SelfChecks };
  /** Tells the five stages: how each stands in words, when it is due, where it goes on; the day from which 30 and 90 days count, and the window of the mid-point. */
  "journey.get": { request: Which; response: Journey };
  /** Gives the first meeting: the checklist before it, its blocks with their minutes, what each wrote and what both have in common, how the mentor can help, and the top three goals. */
  "first.get": { request: Which; response: FirstView };
  /** Adds a line of getting acquainted or of the talk about goals for one of the two; overlaps are marked. */
  "first.add": { request: AddAcquaintance; response: FirstView };
  /** Takes such a line away. */
  "first.remove": { request: RemoveAcquaintance; response: FirstView };
  /** Says whether a way to help is wanted, and which goal it serves. */
  "first.help": { request: WantHelp; response: FirstView };
  /** Notes that a block of the first meeting is done, with its minutes, or skipped on purpose; also ticks the checklist, and skips a stage. */
  "first.mark": { request: MarkStep; response: FirstView };
  /** Proposes the session after the first meeting: milestones, for as long as the two agreed, else 60 minutes. */
  "first.propose_second": { request: ProposeSecond; response: Sessions };
  /** Tells whom the mentee tells of taking part, when, and what the brief may say. */
  "supervisor.get": { request: Which; response: SupervisorView };
  /** Changes whom the mentee tells, whether a brief may be made, on which day, and which events it names; papers supervisor_brief makes it. */
  "supervisor.change": { request: ChangeSupervisor; response: SupervisorView };
  /** After a request lapsed on day 11 or was declined: asks the same mentor again, chooses another, or drafts a letter to the office. Nothing is deleted. */
  "intake.choose": { request: ChooseAfterRequest; response: RequestChosen };
  /** Gives the closing conversation: what the log says (goals reached, meetings, hours, moments of the journal), the questions with both answers, how the two stay in touch, and whether the relationship was closed. */
  "closing.get": { request: Which; response: ClosingView };
  /** Answers a question of the closing conversation for one of the two; also those of the evaluation. Closing asks for none of them. */
  "closing.answer": { request: AnswerClosing; response: ClosingView };
  /** Ticks what somebody will do to help mentoring along, such as taking part again as mentor, and keeps ideas of their own. */
  "closing.culture": { request: HelpCulture; response: ClosingView };
  /** Plans how the two stay in touch afterwards: ideas, an interval, a first day. It may be changed after closing, and its reminders go on. */
  "closing.stay_in_touch": { request: PlanStayInTouch; response: ClosingView };
  /** Gives the closing record as the document that is shown and printed; papers closing_record makes its PDF. */
  "closing.record": { request: Which; response: OnScreen };
  /** Closes the relationship: from then on it is read-only, and edits are refused with the code `closed`. */
  "closing.close": { request: CloseRelationship; response: ClosingView };
  /** Reopens a relationship that was closed or ended; the reason stays in its history. */
  "closing.reopen": { request: ReopenRelationship; response: ClosingView };
  /** Puts the end of the relationship off to a later day; the mid-point follows. */
  "closing.extend": { request: MoveEnd; response: ClosingView };
  /** Brings the end of the relationship forward to an earlier day. */
  "closing.finish_early": { request: MoveEnd; response: ClosingView };
  /** Takes the mentee's own goals and plan into another relationship, or into a new draft; nothing the other person wrote is copied, and the old relationship stays as it is. */
  "relationship.take_goals": { request: TakeGoals; response: GoalsTaken };
  /** Shows what ending without fault means: the clause as agreed, the advice to talk first, and a letter to the programme with names and the date only. It asks for no reason and changes nothing. */
  "ending.get": { request: Which; response: EndingView };
  /** Ends the relationship without fault, from any stage and without a reason; from then on it is read-only. */
  "ending.end": { request: CloseRelationship; response: ClosingView };
  /** Gives everything kept of a relationship as one JSON text, private notes included. */
  "relationship.export": { request: Which; response: RelationshipExport };
  /** Says what deleting a relationship would take off this computer, what the backups still hold, and which name is to be typed. */
  "deletion.get": { request: Which; response: DeletionView };
  /** Deletes a relationship from this computer, once its name was typed; its texts are then in no page of the data file. The other person keeps what they have. */
  "deletion.delete": { request: DeleteRelationship; response: Deleted };
  /** Lists the files that were added: name, kind, size, whose each is, and whether it is shared. */
  "attachment.list": { request: Which; response: Attachments };
  /** Adds a file, such as a CV (`profile`), a plan (`plan`) or what a request for help is about (`help`): up to 10 MB. It stays on this computer unless `share` is true. */
  "attachment.add": { request: AddAttachment; response: Attachments };
  /** Ticks a file to be shared with the other person, or takes the tick back: only shared files go into a packet. */
  "attachment.share": { request: ShareAttachment; response: Attachments };
  /** Gives a file with its content in base64. */
  "attachment.open": { request: WhichAttachment; response: AttachmentFile };
  /** Takes a file away, for good. */
  "attachment.remove": { request: WhichAttachment; response: Attachments };
  /** Lists all reminders with their dates, shown or not. */
  "reminder.list": { request: Nothing; response: Reminders };
  /** Puts a reminder off; the date it is about stays. */
  "reminder.snooze": { request: SnoozeReminder; response: Done };
  /** Lets a reminder come no more. */
  "reminder.dismiss": { request: WhichReminder; response: Done };
  /** Notes that what a reminder of a session asks for was opened (N09, N10), so that it comes no more for this session. */
  "reminder.opened": { request: OpenedReminder; response: Done };
  /** Lists what would be notified until a moment if nothing else happens, and when; the same as `fairlead-cli due`. */
  "reminder.due": { request: Due; response: Notices };
  /** Lists the kinds of reminders, N01 to N27: for whom, counted from what, when, until what, and what the owner chose. */
  "reminder.kinds": { request: Nothing; response: ReminderKinds };
  /** Changes how a kind of reminder reaches the owner (notify, in_app or off), and when it comes. */
  "reminder.change": { request: ChangeReminderKind; response: ReminderKinds };
  /** Pauses all notifications for the rest of the day, or takes that back; the list goes on, and tomorrow tells what came meanwhile. */
  "reminder.pause": { request: PauseReminders; response: Pauses };
  /** Tells whether notifications are paused for today. */
  "reminder.pauses": { request: Nothing; response: Pauses };
  /** Takes back what the owner chose for a kind of reminder. */
  "reminder.reset": { request: WhichKind; response: ReminderKinds };
}
