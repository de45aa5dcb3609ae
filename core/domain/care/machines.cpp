// The machines themselves. core/README.md draws them; machines_test holds the drawing to these tables.
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

namespace frontsheet::care {

namespace {

constexpr Movers kAnyone = Mover::AnyContributor;
constexpr Movers kHome = Mover::OfHome;
constexpr Movers kOwner = Mover::Owner;
constexpr Movers kAsker = Mover::Asker;
constexpr Movers kReceiver = Mover::Receiver;
constexpr auto kEnded = Open::No;

constexpr State kPlanStates[] = {{"open", Awaited::CaseOwner}, {"closed", Awaited::Nobody, kEnded}};
constexpr Arrow kPlanArrows[] = {{"", "open", kHome}, {"open", "closed", kHome}};

constexpr State kNeedStates[] = {{"open", Awaited::CaseOwner},
                                 {"part-met", Awaited::CaseOwner},
                                 {"unmet", Awaited::CaseOwner},
                                 {"met", Awaited::Nobody},
                                 {"ended", Awaited::Nobody, kEnded}};
constexpr Arrow kNeedArrows[] = {
    {"", "open", kAnyone},          {"", "met", kAnyone},           {"", "part-met", kAnyone},
    {"", "unmet", kAnyone},         {"open", "met", kAnyone},       {"open", "part-met", kAnyone},
    {"open", "unmet", kAnyone},     {"open", "ended", kAnyone},     {"part-met", "met", kAnyone},
    {"part-met", "unmet", kAnyone}, {"part-met", "open", kAnyone},  {"part-met", "ended", kAnyone},
    {"unmet", "met", kAnyone},      {"unmet", "part-met", kAnyone}, {"unmet", "open", kAnyone},
    {"unmet", "ended", kAnyone},    {"met", "open", kAnyone},       {"met", "part-met", kAnyone},
    {"met", "unmet", kAnyone},      {"met", "ended", kAnyone},      {"ended", "open", kAnyone}};

constexpr State kGoalStates[] = {{"set", Awaited::CaseOwner},
                                 {"part-reached", Awaited::CaseOwner},
                                 {"reached", Awaited::Nobody, kEnded},
                                 {"not-reached", Awaited::Nobody, kEnded},
                                 {"given-up", Awaited::Nobody, kEnded}};
constexpr Arrow kGoalArrows[] = {{"", "set", kAnyone},
                                 {"set", "part-reached", kAnyone},
                                 {"set", "reached", kAnyone},
                                 {"set", "not-reached", kAnyone},
                                 {"set", "given-up", kAnyone},
                                 {"part-reached", "reached", kAnyone},
                                 {"part-reached", "not-reached", kAnyone},
                                 {"part-reached", "given-up", kAnyone},
                                 {"not-reached", "set", kAnyone},
                                 {"given-up", "set", kAnyone}};

// Offered again is how it passes to another owner: it is nobody's until they say yes, and the asker's to see to until then.
constexpr State kActionStates[] = {{"offered", Awaited::Receiver},
                                   {"accepted", Awaited::Owner},
                                   {"declined", Awaited::Asker},
                                   {"done", Awaited::Nobody, kEnded},
                                   {"cancelled", Awaited::Nobody, kEnded}};
constexpr Arrow kActionArrows[] = {{"", "offered", kAnyone},
                                   {"", "accepted", kOwner},
                                   {"offered", "accepted", kOwner},
                                   {"offered", "declined", kOwner},
                                   {"offered", "cancelled", kAsker | kHome},
                                   {"accepted", "done", kOwner},
                                   {"accepted", "declined", kOwner},
                                   {"accepted", "offered", kAsker | kHome | kOwner},
                                   {"accepted", "cancelled", kAsker | kHome},
                                   {"declined", "offered", kAsker | kHome},
                                   {"declined", "accepted", kOwner},
                                   {"declined", "cancelled", kAsker | kHome}};

constexpr State kLineStates[] = {{"arranging", Awaited::CaseOwner},
                                 {"running", Awaited::Nobody},
                                 {"suspended", Awaited::CaseOwner},
                                 {"ended", Awaited::Nobody, kEnded}};
constexpr Arrow kLineArrows[] = {{"", "arranging", kAnyone},        {"", "running", kAnyone},
                                 {"arranging", "running", kAnyone}, {"arranging", "ended", kAnyone},
                                 {"running", "suspended", kAnyone}, {"running", "ended", kAnyone},
                                 {"suspended", "running", kAnyone}, {"suspended", "ended", kAnyone}};

constexpr State kAlertStates[] = {{"current", Awaited::Nobody}, {"ended", Awaited::Nobody, kEnded}};
constexpr Arrow kAlertArrows[] = {{"", "current", kHome}, {"current", "ended", kHome}, {"ended", "current", kHome}};

constexpr State kAllergyStates[] = {
    {"current", Awaited::Nobody}, {"refuted", Awaited::Nobody, kEnded}, {"entered-in-error", Awaited::Nobody, kEnded}};
constexpr Arrow kAllergyArrows[] = {{"", "current", kHome},
                                    {"current", "refuted", kHome},
                                    {"current", "entered-in-error", kHome},
                                    {"refuted", "current", kHome}};

constexpr State kAdvanceStates[] = {{"current", Awaited::Nobody}, {"ended", Awaited::Nobody, kEnded}};
constexpr Arrow kAdvanceArrows[] = {{"", "current", kHome}, {"current", "ended", kHome}};

constexpr State kDeathStates[] = {{"recorded", Awaited::Nobody}, {"entered-in-error", Awaited::Nobody, kEnded}};
constexpr Arrow kDeathArrows[] = {{"", "recorded", kHome}, {"recorded", "entered-in-error", kHome}};

constexpr State kViewStates[] = {{"said", Awaited::Nobody}, {"entered-in-error", Awaited::Nobody, kEnded}};
constexpr Arrow kViewArrows[] = {{"", "said", kHome}, {"said", "entered-in-error", kHome}};

constexpr State kAssessmentStates[] = {{"draft", Awaited::Author}, {"done", Awaited::Nobody}};
constexpr Arrow kAssessmentArrows[] = {{"", "draft", kHome}, {"", "done", kHome}, {"draft", "done", kHome}};

// Any open stage may follow any other: people go home, come back, and settle after all. What has ended is taken up again only as
// "settled", by who ended it too early.
constexpr State kStages[] = {{"placed", Awaited::ReviewingOfficer},       {"first-review", Awaited::ReviewingOfficer},
                             {"towards-home", Awaited::ReviewingOfficer}, {"trial-at-home", Awaited::ReviewingOfficer},
                             {"settled", Awaited::ReviewingOfficer},      {"ended", Awaited::Nobody, kEnded}};
constexpr Arrow kStageArrows[] = {
    {"", "placed", kHome},
    {"", "ended", kHome}, // entered when it is long over
    {"placed", "first-review", kHome},
    {"placed", "towards-home", kHome},
    {"placed", "trial-at-home", kHome},
    {"placed", "settled", kHome},
    {"placed", "ended", kHome},
    {"first-review", "towards-home", kHome},
    {"first-review", "trial-at-home", kHome},
    {"first-review", "settled", kHome},
    {"first-review", "ended", kHome},
    {"towards-home", "first-review", kHome},
    {"towards-home", "trial-at-home", kHome},
    {"towards-home", "settled", kHome},
    {"towards-home", "ended", kHome},
    {"trial-at-home", "first-review", kHome},
    {"trial-at-home", "towards-home", kHome},
    {"trial-at-home", "settled", kHome},
    {"trial-at-home", "ended", kHome},
    {"settled", "first-review", kHome},
    {"settled", "towards-home", kHome},
    {"settled", "trial-at-home", kHome},
    {"settled", "ended", kHome},
    {"ended", "settled", kHome},
};

constexpr State kReviewStates[] = {
    {"due", Awaited::ReviewingOfficer}, {"held", Awaited::Nobody, kEnded}, {"cancelled", Awaited::Nobody, kEnded}};
constexpr Arrow kReviewArrows[] = {
    {"", "due", kHome}, {"", "held", kHome}, {"due", "held", kHome}, {"due", "cancelled", kHome}};

constexpr State kItemStates[] = {{"open", Awaited::ReviewingOfficer},
                                 {"asked", Awaited::Owner},
                                 {"ready", Awaited::Nobody, kEnded},
                                 {"not-needed", Awaited::Nobody, kEnded}};
constexpr Arrow kItemArrows[] = {{"", "open", kHome},           {"", "not-needed", kHome},
                                 {"open", "asked", kHome},      {"open", "ready", kAnyone},
                                 {"open", "not-needed", kHome}, {"asked", "ready", kAnyone},
                                 {"asked", "open", kHome},      {"asked", "not-needed", kHome},
                                 {"ready", "open", kAnyone},    {"not-needed", "open", kHome}};

constexpr State kEpisodeStates[] = {{"running", Awaited::Owner}, {"ended", Awaited::Nobody, kEnded}};
constexpr Arrow kEpisodeArrows[] = {{"", "running", kHome}, {"running", "ended", kHome}};

constexpr State kConferenceStates[] = {
    {"planned", Awaited::Chair}, {"held", Awaited::Nobody, kEnded}, {"cancelled", Awaited::Nobody, kEnded}};
constexpr Arrow kConferenceArrows[] = {
    {"", "planned", kHome}, {"", "held", kHome}, {"planned", "held", kHome}, {"planned", "cancelled", kHome}};

// People change their minds; what they last said counts. Where it is held on another day they are asked once more. One that is called
// off is still open: who was to come must hear of it.
constexpr State kInvitationStates[] = {{"asked", Awaited::Receiver},
                                       {"coming", Awaited::Nobody},
                                       {"cannot", Awaited::Nobody},
                                       {"sends-deputy", Awaited::Nobody},
                                       {"called-off", Awaited::Nobody}};
constexpr Arrow kInvitationArrows[] = {{"", "asked", kHome},
                                       {"asked", "coming", kReceiver | kHome},
                                       {"asked", "cannot", kReceiver | kHome},
                                       {"asked", "sends-deputy", kReceiver | kHome},
                                       {"asked", "called-off", kHome},
                                       {"coming", "cannot", kReceiver | kHome},
                                       {"coming", "sends-deputy", kReceiver | kHome},
                                       {"coming", "asked", kHome},
                                       {"coming", "called-off", kHome},
                                       {"cannot", "coming", kReceiver | kHome},
                                       {"cannot", "sends-deputy", kReceiver | kHome},
                                       {"cannot", "asked", kHome},
                                       {"cannot", "called-off", kHome},
                                       {"sends-deputy", "coming", kReceiver | kHome},
                                       {"sends-deputy", "cannot", kReceiver | kHome},
                                       {"sends-deputy", "asked", kHome},
                                       {"sends-deputy", "called-off", kHome}};

constexpr State kDecisionStates[] = {{"decided", Awaited::Nobody}, {"entered-in-error", Awaited::Nobody, kEnded}};
constexpr Arrow kDecisionArrows[] = {{"", "decided", kHome}, {"decided", "entered-in-error", kHome}};

constexpr State kMeasureStates[] = {{"taken", Awaited::Nobody}, {"entered-in-error", Awaited::Nobody, kEnded}};
constexpr Arrow kMeasureArrows[] = {{"", "taken", kHome}, {"taken", "entered-in-error", kHome}};

// Nobody answered the door: it waits until somebody knows that the person is safe. Done is one tap, and so is taking a wrong one back.
constexpr State kVisitStates[] = {{"planned", Awaited::Owner},
                                  {"no-reply", Awaited::Receiver},
                                  {"done", Awaited::Nobody, kEnded},
                                  {"cancelled", Awaited::Nobody, kEnded},
                                  {"stopped", Awaited::Nobody, kEnded}};
constexpr Arrow kVisitArrows[] = {{"", "planned", kHome},          {"", "done", kHome},
                                  {"planned", "done", kHome},      {"planned", "no-reply", kHome},
                                  {"planned", "cancelled", kHome}, {"planned", "stopped", kHome},
                                  {"no-reply", "done", kHome},     {"no-reply", "stopped", kHome},
                                  {"cancelled", "planned", kHome}, {"stopped", "planned", kHome},
                                  {"done", "planned", kHome}};

constexpr StateMachine kMachines[] = {
    {RecordType::CarePlan, care_plan::kState, kPlanStates, kPlanArrows},
    {RecordType::Need, need::kState, kNeedStates, kNeedArrows},
    {RecordType::Goal, goal::kState, kGoalStates, kGoalArrows},
    {RecordType::Action, action::kState, kActionStates, kActionArrows},
    {RecordType::PackageLine, package_line::kState, kLineStates, kLineArrows},
    {RecordType::RiskAlert, risk_alert::kState, kAlertStates, kAlertArrows},
    {RecordType::Allergy, allergy::kState, kAllergyStates, kAllergyArrows},
    {RecordType::AdvancePlan, advance_plan::kState, kAdvanceStates, kAdvanceArrows},
    {RecordType::Death, death::kState, kDeathStates, kDeathArrows},
    {RecordType::View, view::kState, kViewStates, kViewArrows},
    {RecordType::CarerAssessment, carer_assessment::kState, kAssessmentStates, kAssessmentArrows},
    {RecordType::Placement, placement::kStage, kStages, kStageArrows},
    {RecordType::PlacementReview, placement_review::kState, kReviewStates, kReviewArrows},
    {RecordType::ChecklistItem, checklist_item::kState, kItemStates, kItemArrows},
    {RecordType::HospitalAtHome, hospital_at_home::kState, kEpisodeStates, kEpisodeArrows},
    {RecordType::Conference, conference::kState, kConferenceStates, kConferenceArrows},
    {RecordType::Invitation, invitation::kAnswer, kInvitationStates, kInvitationArrows},
    {RecordType::ConferenceDecision, conference_decision::kState, kDecisionStates, kDecisionArrows},
    {RecordType::Measure, measure::kState, kMeasureStates, kMeasureArrows},
    {RecordType::Appointment, appointment::kState, kVisitStates, kVisitArrows},
};

} // namespace

std::span<const StateMachine> allMachines() { return kMachines; }

} // namespace frontsheet::care
