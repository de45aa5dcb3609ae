#include "tests/app/support/placements_town.h"

#include "core/domain/care/review_schedule.h"
#include "core/domain/care/way_home.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"

namespace frontsheet::testing {

namespace {

constexpr std::int64_t kDay = 24LL * 60 * 60 * 1000;
constexpr const char* kToday = "2026-09-15";

std::string day(int fromToday) { return care::daysAfter(kToday, fromToday); }

} // namespace

Principal PlacementsTown::officer() { return {AgencyId{"council"}, WorkerId{"W005"}, "reviewing officer", DeviceId{}}; }

PlacementsTown::PlacementsTown(Kitley& kitley) : m_kitley(kitley) {
    place({"Fenner", "Joan", "1942-03-02", "Tern House", 6, 22, "placed", "Back to my flat and my cat."});
    leonard = place({"Bassett", "Leonard", "1935-05-11", "Osier Lodge", 3, 27, "placed", ""});
    place({"Quill", "Dorothy", "1938-01-20", "Quay House", 2, 27, "placed", "I want to hear from my sister first."});
    arthur =
        place({"Tremlett", "Arthur", "1944-08-01", "Mallow Court", 32, -4, "", "Home to Colin’s. Nobody asked me."});
    place({"Osborne", "Hilda", "1947-02-14", "Quay House", 26, 2, "", "Wherever Harold is."});
    place({"Lusk", "Edwin", "1940-06-30", "Osier Lodge", 25, 3, "", "Somewhere with a shed."});
    place({"Ambler", "Rose", "1933-04-04", "Tern House", 24, 6, "", "My own bed, please."});
    winifred = place({"Salt", "Winifred", "1945-07-19", "Mallow Court", 47, -1, "towards-home", "Home by apple time."});
    place({"Godden", "Ernest", "1949-01-09", "Quay House", 52, 9, "towards-home", "Back to the boat club."});
    place({"Hewlett", "Maud", "1936-02-02", "Tern House", 58, 14, "towards-home", "Home, if Ann can come in."});
    place({"Pendry", "Albert", "1941-03-03", "Osier Lodge", 61, 17, "towards-home", "My house. My stairs."});
    sylvia =
        place({"Rudge", "Sylvia", "1943-05-05", "Tern House", 71, 19, "trial-at-home", "I am home. Keep it that way."});
    place({"Strode", "Muriel", "1934-01-01", "Tern House", 140, 80, "settled", "They know how I like my egg."});
    place({"Brand", "Cecil", "1939-02-02", "Mallow Court", 118, 57, "settled", "I’ve friends here now."});
    place({"Wyatt", "Olive", "1931-03-03", "Quay House", 203, 35, "settled", "The window seat is mine."});
    place({"O'Shaughnessy-Fotheringham", "Wilhelmina Persephone", "1932-12-12",
           "The Old Rectory Nursing and Residential Care Home", 150, 60, "settled",
           "I should have liked to be asked before they sold my piano, and I should like it back."});
    place({"Carter", "Joan", "1940-10-10", "Tern House", 40, 12, "towards-home", "Home to my dog."}, "W001");

    Record ended = held(place({"Crewe", "Marjorie", "1942-04-04", "Tern House", 79, 0, "ended", "Home."}));
    ended.fields.put(placement::kOutcome, std::string{"returned-home"});
    ended.fields.put(placement::kOutcomeOn, day(-18));
    ended.fields.put(placement::kOutcomeWish, std::string{"met"});
    m_kitley.store.hold(std::move(ended));
    ended = held(place({"Noakes", "Walter", "1937-01-01", "Mallow Court", 116, 0, "ended", "Home to my allotment."}));
    ended.fields.put(placement::kOutcome, std::string{"still-there"});
    ended.fields.put(placement::kOutcomeOn, day(-26));
    ended.fields.put(placement::kOutcomeWish, std::string{"against"});
    ended.fields.put(placement::kOutcomeWords, std::string{"His tenancy was given up while he was in hospital."});
    m_kitley.store.hold(std::move(ended));
    constance = place({"Ives", "Constance", "1930-02-02", "Tern House", 95, 0, "ended", "My sister with me."});
    ended = held(constance);
    ended.fields.put(placement::kOutcome, std::string{"died"});
    ended.fields.put(placement::kOutcomeOn, day(-13));
    ended.fields.put(placement::kOutcomeWords, std::string{"Wanted her sister there. She was."});
    m_kitley.store.hold(std::move(ended));

    arthurHimself = held(arthur).person;
    winifredHerself = held(winifred).person;
    wayHome(arthur, 2);
    wayHome(winifred, 5);
    wayHome(sylvia, 7);

    Record slip = blank(RecordType::Slippage, arthurHimself, 11);
    slip.fields.put(slippage::kPlacement, arthur);
    slip.fields.put(slippage::kFrom, day(-11));
    slip.fields.put(slippage::kTo, day(-4));
    slip.fields.put(slippage::kBecause, std::string{"family-away"});
    slip.fields.put(slippage::kWords, std::string{"Colin is back from his daughter’s on the 10th."});
    m_kitley.store.hold(std::move(slip));

    Record review = blank(RecordType::PlacementReview, winifredHerself, 29);
    review.fields.put(placement_review::kPlacement, winifred);
    review.fields.put(placement_review::kDue, day(-29));
    review.fields.put(placement_review::kState, std::string{"held"});
    review.fields.put(placement_review::kHeldOn, day(-29));
    review.fields.put(placement_review::kReviewer, WorkerId{"W005"});
    review.fields.put(placement_review::kOwnWords, std::string{"I can do the stairs on my bottom. I have been."});
    review.fields.put(
        placement_review::kFindings,
        std::string{"Walks with a frame to the dining room. Her daughter and the physiotherapist were there."});
    review.fields.put(placement_review::kConclusion, std::string{"towards-home"});
    m_kitley.store.hold(std::move(review));

    for (const auto& [words, by, state] :
         {std::tuple{"Climb my own stairs", day(14), "set"}, std::tuple{"Make my own tea", day(-5), "reached"}}) {
        Record goal = blank(RecordType::Goal, winifredHerself, 29);
        goal.fields.put(goal::kWords, std::string{words});
        goal.fields.put(goal::kBy, by);
        goal.fields.put(goal::kState, std::string{state});
        goal.fields.put(goal::kPlacement, winifred);
        m_kitley.store.hold(std::move(goal));
    }
    Record episode = blank(RecordType::HospitalAtHome, winifredHerself, 60);
    episode.home = AgencyId{"harbour"};
    episode.fields.put(hospital_at_home::kReason, std::string{"Chest infection after the fracture"});
    episode.fields.put(hospital_at_home::kStartedOn, day(-60));
    episode.fields.put(hospital_at_home::kEndedOn, day(-52));
    episode.fields.put(hospital_at_home::kLead, WorkerId{"W112"});
    episode.fields.put(hospital_at_home::kState, std::string{"ended"});
    episode.fields.put(hospital_at_home::kOutcome, std::string{"admitted"});
    m_kitley.store.hold(std::move(episode));
}

void PlacementsTown::crowd(int people) {
    static constexpr const char* kStages[] = {"placed", "", "towards-home", "settled"};
    for (int at = 0; at < people; ++at) {
        const std::string family = "Resident" + std::to_string(at);
        place({family.c_str(), "Alex", "1940-01-01", at % 2 == 0 ? "Tern House" : "Quay House", 10 + at % 300,
               at % 60 - 5, kStages[at % 4], "Home."});
    }
}

Record PlacementsTown::blank(RecordType type, const PersonId& person, int daysAgo) {
    Record record;
    const WallTime at{kKitleyNow.ms - daysAgo * kDay};
    record.id = m_kitley.ids.timeOrdered<RecordId>(at);
    record.type = type;
    record.home = AgencyId{"council"};
    record.person = person;
    record.category = schemaOf(type)->category;
    record.author = WorkerId{"W005"};
    record.authorAgency = record.home;
    record.occurredAt = at;
    record.recordedAt = at;
    record.version.n = 1;
    return record;
}

Record PlacementsTown::held(const RecordId& id) const { return (*m_kitley.store.record(id).value()).record; }

RecordId PlacementsTown::place(const Somebody& who, const char* officer) {
    const auto person = m_kitley.ids.timeOrdered<PersonId>(kKitleyNow);
    Record known = blank(RecordType::Registration, person, 400);
    known.fields.put(registration::kFamilyName, std::string{who.family});
    known.fields.put(registration::kGivenName, std::string{who.given});
    known.fields.put(registration::kBorn, std::string{who.born});
    known.fields.put(registration::kTown, std::string{"Kitley"});
    m_kitley.store.hold(std::move(known));

    Record placed = blank(RecordType::Placement, person, who.daysAgo);
    auto& f = placed.fields;
    f.put(placement::kFrom, std::string{"Saltmarsh Royal, Ward 7"});
    f.put(placement::kDischargedOn, day(-who.daysAgo));
    f.put(placement::kPathway, std::string{who.daysAgo % 2 == 0 ? "2" : "3"});
    f.put(placement::kPlacedAt, std::string{who.home});
    f.put(placement::kKind, std::string{"residential"});
    f.put(placement::kPhone, std::string{"01632 960 611"});
    f.put(placement::kTown, std::string{"Kitley"});
    f.put(placement::kReviewingOfficer, WorkerId{officer});
    f.put(placement::kStage, std::string{who.stage});
    f.put(placement::kOwnWish, std::string{who.wish});
    if (who.dueIn != 0) {
        const bool first = std::string_view{who.stage}.empty() || std::string_view{who.stage} == "placed";
        f.put(first ? placement::kFirstReviewDue : placement::kNextReviewDue, day(who.dueIn));
    }
    if (std::string_view{who.stage} == "trial-at-home") {
        f.put(placement::kTrialFrom, day(-8));
        f.put(placement::kTrialUntil, day(20));
    }
    const auto id = placed.id;
    m_kitley.store.hold(std::move(placed));
    return id;
}

// The first so many are ready; the next is the escort officer's, who has not answered, the one after declined.
void PlacementsTown::wayHome(const RecordId& placement, int ready) {
    const auto person = held(placement).person;
    for (std::size_t at = 0; at < care::kWayHome.size(); ++at) {
        Record item = blank(RecordType::ChecklistItem, person, 20);
        item.fields.put(checklist_item::kPlacement, placement);
        item.fields.put(checklist_item::kItem, std::string{care::kWayHome[at]});
        const int after = static_cast<int>(at) - ready;
        if (after < 0) {
            item.fields.put(checklist_item::kState, std::string{"ready"});
            item.fields.put(checklist_item::kReadyOn, day(-7));
            item.fields.put(checklist_item::kSaidBy, WorkerId{"W005"});
        } else if (after < 2) {
            Record task = blank(RecordType::Action, person, 10);
            task.fields.put(action::kWhat, std::string{after == 0 ? "Bring the frame and the raised toilet seat"
                                                                  : "Try the stairs at home"});
            task.fields.put(action::kOwner, WorkerId{"W020"});
            task.fields.put(action::kOwnerAgency, AgencyId{"council"});
            task.fields.put(action::kAskedBy, WorkerId{"W005"});
            task.fields.put(action::kAskedByAgency, AgencyId{"council"});
            task.fields.put(action::kDue, day(after == 0 ? 3 : -2));
            task.fields.put(action::kState, std::string{after == 0 ? "offered" : "declined"});
            task.fields.put(action::kPlacement, placement);
            task.fields.put(action::kChecklistItem, item.id);
            if (after == 1) {
                task.fields.put(action::kAnswer, std::string{"I am away that week."});
            }
            item.fields.put(checklist_item::kState, std::string{"asked"});
            item.fields.put(checklist_item::kAction, task.id);
            m_kitley.store.hold(std::move(task));
        } else {
            item.fields.put(checklist_item::kState, std::string{"open"});
        }
        m_kitley.store.hold(std::move(item));
    }
}

} // namespace frontsheet::testing
