#include "core/usecases/placements.h"

#include "core/domain/calendar.h"
#include "core/domain/care/beginning.h"
#include "core/domain/care/placement_rules.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/record_schema.h"
#include "core/usecases/deaths.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace frontsheet {

namespace {

constexpr std::size_t kOpenPlacements = 5000; // of one officer: a bound against a broken store, not a page
constexpr std::size_t kEndedShown = 200;      // the newest: older ones are found by name
constexpr std::size_t kPartsRead = 20'000;

// They stand or fall together at their home as well.
std::vector<Intent> together(IdSource& ids, std::vector<Intent> intents) {
    const bool oneHome = std::all_of(intents.begin(), intents.end(),
                                     [&](const Intent& intent) { return intent.home == intents.front().home; });
    if (oneHome && intents.size() > 1) {
        const auto transaction = ids.random<TransactionId>();
        for (auto& intent : intents) {
            intent.transaction = transaction;
        }
    }
    return intents;
}

} // namespace

Result<std::vector<ReviewDue>> Placements::reviewsDue() {
    FS_ASSIGN(auto open, m_work.reader.worklist(Worklist::ReviewsDue, m_work.me.worker.str(), kOpenPlacements));
    if (open.empty()) {
        return std::vector<ReviewDue>{}; // most workers review nobody
    }
    FS_ASSIGN(const auto dead, Deaths(m_work).everybody());
    std::erase_if(open, [&](const WorkingRecord& one) { return dead.contains(one.record.person); });
    std::vector<PersonId> persons;
    for (const auto& working : open) {
        persons.push_back(working.record.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    const auto date = today(m_work);
    std::vector<ReviewDue> due;
    for (std::size_t at = 0; at < open.size(); ++at) {
        ReviewDue review;
        review.person = std::move(rows[at]);
        review.placement = placementOf(open[at].record);
        review.daysLeft = daysBetween(date, review.placement.reviewDue).value_or(0);
        review.daysSinceDischarge = daysBetween(review.placement.dischargedOn, date).value_or(0);
        due.push_back(std::move(review));
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const ReviewDue& a, const ReviewDue& b) { return a.daysLeft < b.daysLeft; });
    return due;
}

Result<void> Placements::restrictTo(const RecordId& id, const std::vector<sharing::NamedReader>& readers) {
    FS_ASSIGN(const auto before, held(id, RecordType::Placement));
    Record after = before;
    sharing::putReaders(after.fields, placement::kReaders, readers);
    if (after.fields == before.fields) {
        return ok();
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({intent});
}

Result<std::vector<PlacementOnBoard>> Placements::board() {
    const auto agency = m_work.me.agency.str();
    FS_ASSIGN(auto placements, m_work.reader.worklist(Worklist::PlacementsAtAgency, agency, kOpenPlacements));
    FS_ASSIGN(auto ended, m_work.reader.worklist(Worklist::PlacementsEndedAtAgency, agency, kEndedShown));
    placements.insert(placements.end(), std::make_move_iterator(ended.begin()), std::make_move_iterator(ended.end()));
    FS_ASSIGN(auto parts, m_work.reader.worklist(Worklist::PlacementParts, agency, kPartsRead));
    std::unordered_map<std::string, std::vector<Record>> partsOf; // by the placement's id
    for (auto& part : parts) {
        const RecordField& whose = part.record.type == RecordType::Slippage        ? slippage::kPlacement
                                   : part.record.type == RecordType::ChecklistItem ? checklist_item::kPlacement
                                                                                   : placement_review::kPlacement;
        partsOf[part.record.fields.get(whose).hex()].push_back(std::move(part.record));
    }
    std::vector<PersonId> persons;
    for (const auto& one : placements) {
        persons.push_back(one.record.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    FS_ASSIGN(const auto dead, Deaths(m_work).everybody());
    const auto date = today(m_work);
    std::vector<PlacementOnBoard> board;
    board.reserve(placements.size());
    for (std::size_t at = 0; at < placements.size(); ++at) {
        const auto& record = placements[at].record;
        auto card = care::placementCard(record, partsOf[record.id.hex()], date);
        card.hasDied = card.hasDied || dead.contains(record.person);
        board.push_back({std::move(rows[at]), std::move(card)});
    }
    std::sort(board.begin(), board.end(),
              [](const PlacementOnBoard& a, const PlacementOnBoard& b) { return care::comesBefore(a.card, b.card); });
    return board;
}

Result<PlacementPage> Placements::open(const RecordId& id) {
    FS_ASSIGN(const auto found, openPlacement(id));
    PlacementPage page;
    const auto date = today(m_work);
    page.sheet = care::placementSheet(found.record, found.about.records, date);
    FS_ASSIGN(auto rows, m_work.reader.personRows({{found.record.person}}));
    page.person = std::move(rows.front());
    if (found.record.home == m_work.me.agency) {
        page.steps = care::stepsFrom(found.record, date, page.sheet.card.hasDied ? care::Alive::No : care::Alive::Yes);
    }
    page.nextReview = care::nextReviewAfter(found.record, date);
    page.waiting = std::binary_search(found.about.waiting.begin(), found.about.waiting.end(), id);
    return page;
}

Result<void> Placements::holdReview(const RecordId& id, const HeldReview& held) {
    FS_ASSIGN(const auto found, openPlacement(id));
    // One that was set down as due is held; else it is written now.
    const auto due = care::reviewDueOn(found.record);
    const auto planned =
        std::find_if(found.about.records.begin(), found.about.records.end(), [&](const Record& record) {
            return record.type == RecordType::PlacementReview && record.home == m_work.me.agency &&
                   record.fields.get(placement_review::kPlacement) == id &&
                   record.fields.text(placement_review::kState) == "due";
        });
    const bool there = planned != found.about.records.end();
    Record review = there ? *planned : part(RecordType::PlacementReview, found.record);
    auto& f = review.fields;
    if (!there) {
        f.put(placement_review::kPlacement, id);
        f.put(placement_review::kDue, due.empty() ? held.heldOn : std::string{due});
    }
    f.put(placement_review::kState, std::string{"held"});
    f.put(placement_review::kHeldOn, held.heldOn);
    f.put(placement_review::kReviewer, m_work.me.worker);
    f.put(placement_review::kOwnWords, held.ownWords);
    f.put(placement_review::kOwnWordsMissing, held.notAskedBecause);
    f.put(placement_review::kFindings, held.findings);
    f.put(placement_review::kConclusion, held.conclusion);
    f.put(placement_review::kNextDue, held.next);
    if (care::notThatDay(found.record.fields.text(placement::kDischargedOn), held.heldOn, today(m_work))) {
        return {ErrorCode::ImpossibleDate, "field " + std::string{placement_review::kHeldOn.name}};
    }
    Record after = found.record;
    care::takeReview(after, review);
    if (care::hasEnded(after)) {
        after.fields.put(placement::kOutcomeWish, held.wish);
        after.fields.put(placement::kOutcomeWords, held.words);
    }
    if (!there) {
        return save(found.record, after, {review});
    }
    FS_ASSIGN(auto change, intentFor(m_work, found.record, after));
    FS_ASSIGN(auto holding, intentFor(m_work, *planned, review));
    return m_work.writer.save(together(m_work.ids, {std::move(holding), std::move(change)}));
}

Result<void> Placements::moveDate(const RecordId& id, const std::string& to, const std::string& because,
                                  const std::string& words) {
    FS_ASSIGN(const auto before, held(id, RecordType::Placement));
    Record slipped = part(RecordType::Slippage, before);
    slipped.fields.put(slippage::kPlacement, id);
    slipped.fields.put(slippage::kFrom, std::string{care::reviewDueOn(before)});
    slipped.fields.put(slippage::kTo, to);
    slipped.fields.put(slippage::kBecause, because);
    slipped.fields.put(slippage::kWords, words);
    Record after = before;
    care::moveDate(after, to);
    return save(before, after, {slipped});
}

Result<void> Placements::beginTrial(const RecordId& id, const std::string& from, const std::string& until) {
    FS_ASSIGN(const auto before, held(id, RecordType::Placement));
    Record after = before;
    care::beginTrial(after, from, until);
    return save(before, after);
}

Result<void> Placements::end(const RecordId& id, const care::Outcome& outcome) {
    FS_ASSIGN(const auto before, held(id, RecordType::Placement));
    if (care::notThatDay(before.fields.text(placement::kDischargedOn), outcome.on, today(m_work))) {
        return {ErrorCode::ImpossibleDate, "field " + std::string{placement::kOutcomeOn.name}};
    }
    Record after = before;
    care::endWith(after, outcome);
    return save(before, after);
}

Result<void> Placements::takeUpAgain(const RecordId& id) {
    FS_ASSIGN(const auto before, held(id, RecordType::Placement));
    Record after = before;
    care::takeUpAgain(after, care::nextReviewAfter(before, today(m_work)));
    return save(before, after);
}

Result<void> Placements::takeTrialBack(const RecordId& id) {
    FS_ASSIGN(const auto before, held(id, RecordType::Placement));
    Record after = before;
    care::takeTrialBack(after, care::nextReviewAfter(before, today(m_work)));
    return save(before, after);
}

Result<void> Placements::beginWayHome(const RecordId& id) {
    FS_ASSIGN(const auto found, openPlacement(id));
    std::set<std::string> there;
    for (const auto& record : found.about.records) {
        if (record.type == RecordType::ChecklistItem && record.fields.get(checklist_item::kPlacement) == id) {
            there.insert(record.fields.get(checklist_item::kItem));
        }
    }
    std::vector<Intent> intents;
    for (const auto item : care::kWayHome) {
        if (there.contains(std::string{item})) {
            continue;
        }
        Record made = part(RecordType::ChecklistItem, found.record);
        made.fields.put(checklist_item::kPlacement, id);
        made.fields.put(checklist_item::kItem, std::string{item});
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, made));
        intents.push_back(std::move(intent));
    }
    return intents.empty() ? ok() : m_work.writer.save(intents);
}

Result<void> Placements::addToWayHome(const RecordId& id, const std::string& what) {
    FS_ASSIGN(const auto placed, held(id, RecordType::Placement));
    Record made = part(RecordType::ChecklistItem, placed);
    made.fields.put(checklist_item::kPlacement, id);
    made.fields.put(checklist_item::kItem, std::string{"other"});
    made.fields.put(checklist_item::kText, what);
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, made));
    return m_work.writer.save({std::move(intent)});
}

Result<void> Placements::askFor(const RecordId& id, const WayHomeTask& task) {
    FS_ASSIGN(const auto item, held(id, RecordType::ChecklistItem));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, item.person));
    const auto made = std::find_if(about.records.begin(), about.records.end(), [&](const Record& record) {
        return record.id == item.fields.get(checklist_item::kAction);
    });
    if (!care::mayBeAsked(care::standingOf(item, made == about.records.end() ? nullptr : &*made))) {
        return {ErrorCode::WrongState, "somebody has it"};
    }
    if (care::diedAmong(about.records)) {
        return {ErrorCode::WrongState, "the person has died"};
    }
    Record action =
        care::begun(newRecord(m_work, RecordType::Action, item.person, {}), m_work.me, about.records, today(m_work));
    auto& f = action.fields;
    f.put(action::kWhat, task.what);
    f.put(action::kDetail, task.detail);
    f.put(action::kOwner, task.owner);
    f.put(action::kOwnerAgency, task.agency);
    f.put(action::kDue, task.due);
    f.put(action::kPlacement, item.fields.get(checklist_item::kPlacement));
    f.put(action::kChecklistItem, id);
    care::follow(action, m_work.me);
    Record asked = item;
    asked.fields.put(checklist_item::kState, std::string{"asked"});
    asked.fields.put(checklist_item::kAction, action.id);
    FS_ASSIGN(auto asking, intentFor(m_work, std::nullopt, action));
    FS_ASSIGN(auto change, intentFor(m_work, item, asked));
    return m_work.writer.save(together(m_work.ids, {std::move(asking), std::move(change)}));
}

Result<void> Placements::say(const RecordId& id, ItemIs how) {
    FS_ASSIGN(const auto before, held(id, RecordType::ChecklistItem));
    Record after = before;
    auto& f = after.fields;
    const bool ready = how == ItemIs::Ready;
    f.put(checklist_item::kState, std::string{ready ? "ready" : how == ItemIs::NotNeeded ? "not-needed" : "open"});
    f.put(checklist_item::kReadyOn, ready ? today(m_work) : std::string{});
    f.put(checklist_item::kSaidBy, ready ? m_work.me.worker : WorkerId{});
    f.put(checklist_item::kSaidByAgency, ready ? m_work.me.agency : AgencyId{});
    if (after.fields == before.fields) {
        return ok();
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({std::move(intent)});
}

Result<Record> Placements::held(const RecordId& id, RecordType type) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != type) {
        return {ErrorCode::NotFound, std::string{schemaOf(type)->name}};
    }
    return std::move(found->record);
}

Result<Placements::Found> Placements::openPlacement(const RecordId& id) {
    Found found;
    FS_ASSIGN(found.record, held(id, RecordType::Placement));
    FS_ASSIGN(found.about, loadAbout(m_work.reader, found.record.person));
    return found;
}

Record Placements::part(RecordType type, const Record& placement) const {
    return care::begun(newRecord(m_work, type, placement.person, {}), m_work.me, {}, today(m_work));
}

Result<void> Placements::save(const Record& before, const Record& after, const std::vector<Record>& made) {
    std::vector<Intent> intents;
    for (const auto& record : made) {
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
        intents.push_back(std::move(intent));
    }
    FS_ASSIGN(auto change, intentFor(m_work, before, after));
    intents.push_back(std::move(change));
    intents = together(m_work.ids, std::move(intents));
    FS_ASSIGN(auto following, Deaths(m_work).following(before, after));
    intents.insert(intents.end(), std::make_move_iterator(following.begin()), std::make_move_iterator(following.end()));
    return m_work.writer.save(intents);
}

} // namespace frontsheet
