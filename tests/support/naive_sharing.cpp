#include "tests/support/naive_sharing.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace frontsheet::naive {

namespace {

// Fields of other categories that say where somebody lives or stays.
bool saysWhere(std::string_view type, std::string_view field) {
    if (type == "placement") {
        return field == "placed_at" || field == "town" || field == "postcode" || field == "phone";
    }
    if (type == "crisis-part") {
        return field == "safe_place";
    }
    return field == "place" &&
           (type == "appointment" || type == "action" || type == "conference" || type == "invitation");
}

using namespace sharing;

template <class C, class T>
bool contains(const C& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

struct Question {
    const Viewer& viewer;
    const RecordFacts& record;
    const std::vector<PermissionStatement>& statements;
    WallTime now;

    [[nodiscard]] bool own() const { return record.home == viewer.principal.agency; }
};

const Party* partyNamed(const Agreement& agreement, const AgencyId& agency) {
    for (const auto& party : agreement.parties) {
        if (party.agency == agency) {
            return &party;
        }
    }
    return nullptr;
}

// The one clause that covers the cell, if any. What two clauses cover is no agreement and is never asked about.
const Clause* clauseFor(const Question& q, const Agreement& agreement, Category category, Purpose purpose) {
    for (const auto& clause : agreement.clauses) {
        const bool home = agreement.form == AgreementForm::OwnAgencyPolicy || clause.anyHome == Homes::Any ||
                          contains(clause.homes, q.record.home);
        bool receiver = clause.receivers == Receivers::OwnAgency && q.own();
        if (clause.receivers == Receivers::Kind && !q.own()) {
            const Party* party = partyNamed(agreement, q.viewer.principal.agency);
            receiver = party != nullptr && party->kind == clause.receiverKind;
        }
        if (home && receiver && contains(clause.roles, q.viewer.principal.role) &&
            contains(clause.categories, category) && clause.purpose == purpose) {
            return &clause;
        }
    }
    return nullptr;
}

// A permission that counts: asked by somebody at some time, of somebody entitled, or decided with a reason.
bool isWellFounded(const PermissionStatement& said) {
    const bool asked = said.askedAt.ms != 0 && !said.askedBy.empty() && !said.askedByAgency.empty();
    const bool entitled = said.givenBy == GivenBy::Person || !said.authority.empty();
    const bool decided = said.capacity == Capacity::Presumed || (!said.decidedBy.empty() && !said.decidedWhy.empty());
    const auto begins = said.from.ms != 0 ? said.from : said.askedAt;
    const bool inOrder =
        (said.until.ms == 0 || said.until > begins) && (said.withdrawnAt.ms == 0 || said.withdrawnAt >= said.askedAt);
    return !said.person.isNull() && asked && entitled && decided && inOrder;
}

bool isSaid(const Question& q, Category category, Purpose purpose, StatementKind kind) {
    for (const auto& said : q.statements) {
        if (said.kind != kind) {
            continue;
        }
        if (said.home != q.record.home && !said.home.empty()) {
            continue;
        }
        if (said.receiver != q.viewer.principal.agency && !said.receiver.empty()) {
            continue;
        }
        if (said.category.has_value() && said.category.value() != category) {
            continue;
        }
        if (said.purpose.has_value() && said.purpose.value() != purpose) {
            continue;
        }
        const auto begins = said.from.isKnown() ? said.from.ms : said.askedAt.ms;
        if (q.now.ms < begins || (said.until.ms != 0 && q.now.ms >= said.until.ms) ||
            (said.withdrawnAt.ms != 0 && q.now.ms >= said.withdrawnAt.ms)) {
            continue;
        }
        // Only a permission must be well founded to count.
        if (kind == StatementKind::Permission && !isWellFounded(said)) {
            continue;
        }
        return true;
    }
    return false;
}

// Restrictions of where the person lives: how many there are, and how many of them stand in this viewer's way.
struct Restrictions {
    int all = 0;
    int against = 0;
};

Restrictions restrictionsOf(const Question& q) {
    Restrictions out;
    const auto& who = q.viewer.principal;
    for (const auto& said : q.statements) {
        const auto begins = said.from.isKnown() ? said.from.ms : said.askedAt.ms;
        const bool over = (said.until.ms != 0 && q.now.ms >= said.until.ms) ||
                          (said.withdrawnAt.ms != 0 && q.now.ms >= said.withdrawnAt.ms);
        const bool elsewhere = !said.home.empty() && said.home != q.record.home;
        if (said.kind != StatementKind::RestrictedLocation || q.now.ms < begins || over || elsewhere) {
            continue;
        }
        bool visiting = false;
        for (const auto& visit : said.visits) {
            const auto hours = 3600 * 1000;
            visiting = visiting || (visit.worker == who.worker && visit.due.ms - 12 * hours <= q.now.ms &&
                                    q.now.ms < visit.due.ms + 4 * hours);
        }
        ++out.all;
        if (!visiting || !q.own() || !contains(said.readers, NamedReader{who.agency, who.worker})) {
            ++out.against;
        }
    }
    return out;
}

std::set<Relationship> joined(const Question& q) {
    std::set<Relationship> out;
    for (const auto one : {Relationship::CareTeam, Relationship::AddressedReferral, Relationship::PracticeList,
                           Relationship::Duty, Relationship::Emergency}) {
        if (q.viewer.relationships.has(one)) {
            out.insert(one);
        }
    }
    if (q.record.addressing == Addressing::ToOthers) {
        out.erase(Relationship::AddressedReferral);
    }
    if (q.record.addressing == Addressing::ToViewer) {
        out.insert(Relationship::AddressedReferral);
    }
    return out;
}

struct CellAnswer {
    bool granted = false;
    Reason reason = Reason::NoClause;
    int stage = 3;
    const Clause* clause = nullptr;
};

CellAnswer cell(const Question& q, const ActiveAgreement& active, Category category, Purpose purpose) {
    const Agreement& agreement = active.agreement;
    if (category == Category::CarerPrivate && !q.own()) {
        return {false, Reason::CarerPrivate, 0, nullptr};
    }
    const Clause* clause = clauseFor(q, agreement, category, purpose);
    if (clause == nullptr) {
        return {false, Reason::NoClause, 3, nullptr};
    }
    Reason through = Reason::NoRelationship;
    const auto bonds = joined(q);
    const std::pair<Relationship, Reason> inOrder[] = {{Relationship::CareTeam, Reason::CareTeam},
                                                       {Relationship::AddressedReferral, Reason::AddressedReferral},
                                                       {Relationship::PracticeList, Reason::PracticeList},
                                                       {Relationship::Duty, Reason::Duty},
                                                       {Relationship::Emergency, Reason::EmergencyAccess}};
    for (const auto& [bond, reason] : inOrder) {
        if (through == Reason::NoRelationship && bonds.count(bond) == 1 && clause->relationships.has(bond)) {
            through = reason;
        }
    }
    if (through == Reason::NoRelationship && clause->relationships.has(Relationship::NoneNeeded)) {
        through = Reason::RoleAlone;
    }
    if (through == Reason::NoRelationship) {
        return {false, Reason::NoRelationship, 4, clause};
    }
    const bool openToRole = clause->relationships.has(Relationship::NoneNeeded);
    if (q.own() && (through != Reason::EmergencyAccess || openToRole)) {
        through = Reason::OwnAgency;
    }
    if (agreement.effective.ms > q.now.ms) {
        return {false, Reason::NotYetInForce, 5, clause};
    }
    if (agreement.expires.ms != 0 && agreement.expires.ms <= q.now.ms) {
        return {false, Reason::Expired, 5, clause};
    }
    const bool policy = agreement.form == AgreementForm::OwnAgencyPolicy;
    if (!policy && !(contains(active.bound, q.record.home) && contains(active.bound, q.viewer.principal.agency))) {
        return {false, Reason::NotSigned, 5, clause};
    }
    for (const auto& stop : active.stops) {
        const bool concerns = policy || stop.by == q.record.home || stop.by == q.viewer.principal.agency;
        if (concerns && (stop.clauses.empty() || contains(stop.clauses, clause->id))) {
            return {false, Reason::Suspended, 5, clause};
        }
    }
    if (clause->permission != PermissionMode::NotNeeded) {
        if (isSaid(q, category, purpose, StatementKind::Objection)) {
            return {false, Reason::Objection, 6, clause};
        }
        if (clause->permission == PermissionMode::PermissionRequired &&
            !isSaid(q, category, purpose, StatementKind::Permission)) {
            return {false, Reason::NoPermission, 6, clause};
        }
    }
    if (clause->choice == FieldChoice::Nothing) {
        return {false, Reason::WithheldByClause, 7, clause};
    }
    return {true, through, 8, clause};
}

bool saysSo(const CellAnswer& answer) {
    return !answer.granted && answer.clause != nullptr && answer.reason != Reason::NoRelationship &&
           answer.clause->whenWithheld == WhenWithheld::Announced;
}

bool lists(const Clause& clause, RecordType type, FieldTag tag) {
    if (clause.choice == FieldChoice::AllOfCategory) {
        return true;
    }
    for (const auto& field : clause.only) {
        if (clause.choice == FieldChoice::Only && field.type == type && field.tag == tag) {
            return true;
        }
    }
    return false;
}

void shorten(Answer& answer, const Clause& clause) {
    if (clause.lease.softHours != 0 && (answer.softHours == 0 || clause.lease.softHours < answer.softHours)) {
        answer.softHours = clause.lease.softHours;
    }
    if (clause.lease.hardHours != 0 && (answer.hardHours == 0 || clause.lease.hardHours < answer.hardHours)) {
        answer.hardHours = clause.lease.hardHours;
    }
}

Answer no(Reason reason) {
    Answer answer;
    answer.reason = reason;
    return answer;
}

Answer everything(const RecordSchema& schema, Reason reason, bool newer) {
    Answer answer;
    for (const auto& field : schema.fields) {
        answer.fields.insert(field.tag.number);
    }
    answer.reason = reason;
    answer.newer = newer;
    return answer;
}

Answer byAgreements(const Question& q, std::vector<const ActiveAgreement*> agreements, const RecordSchema* schema) {
    std::sort(agreements.begin(), agreements.end(),
              [](const auto* a, const auto* b) { return a->agreement.id < b->agreement.id; });
    Answer answer;
    bool released = false;
    bool announced = false;
    bool restrictionAnnounced = false;
    bool auditor = false;
    int furthest = -1;
    const auto denies = [&](const ActiveAgreement& active, Reason reason, int stage, const Clause* clause) {
        if (!released && stage > furthest) {
            furthest = stage;
            answer.reason = reason;
            answer.agreement = active.agreement.id;
            answer.clause = clause == nullptr ? "" : clause->id;
        }
    };
    for (const auto* active : agreements) {
        const Agreement& agreement = active->agreement;
        const bool policy = agreement.form == AgreementForm::OwnAgencyPolicy;
        if (policy != q.own()) {
            continue;
        }
        const Party* party = partyNamed(agreement, q.viewer.principal.agency);
        if (!policy && (party == nullptr || partyNamed(agreement, q.record.home) == nullptr)) {
            continue;
        }
        if (!policy && party->role == ControllerRole::Processor) {
            denies(*active, Reason::ProcessorOnly, 2, nullptr);
            continue;
        }
        const RoleTerms* role = nullptr;
        for (const auto& terms : agreement.roles) {
            if (terms.name == q.viewer.principal.role && (policy || terms.kind == party->kind)) {
                role = &terms;
            }
        }
        if (role == nullptr) {
            denies(*active, Reason::RoleNotInAgreement, 1, nullptr);
            continue;
        }
        auditor = auditor || (policy && role->audit == AuditRole::Yes);
        for (int number = 1; number <= static_cast<int>(kPurposes); ++number) {
            const auto purpose = static_cast<Purpose>(number);
            if (!q.viewer.purposes.has(purpose)) {
                continue;
            }
            const auto gate = cell(q, *active, q.record.category, purpose);
            if (!gate.granted) {
                announced = announced || saysSo(gate);
                denies(*active, gate.reason, gate.stage, gate.clause);
                continue;
            }
            bool offered = false;
            if (q.own() && gate.clause->choice == FieldChoice::AllOfCategory) {
                offered = true;
                if (!answer.newer) {
                    answer.newer = true;
                    shorten(answer, *gate.clause);
                }
            }
            if (schema != nullptr) {
                for (const auto& field : schema->fields) {
                    const auto category = field.category == schema->category ? q.record.category : field.category;
                    const auto own = cell(q, *active, category, purpose);
                    if (own.granted && lists(*own.clause, schema->type, field.tag)) {
                        offered = true;
                        if (answer.fields.insert(field.tag.number).second) {
                            shorten(answer, *own.clause);
                            if (category == Category::HomeAccess) {
                                answer.masked.insert(field.tag.number);
                            }
                        }
                    }
                    if (saysSo(own)) {
                        answer.announced.insert(field.tag.number);
                    }
                }
            }
            if (!offered) {
                denies(*active, Reason::NoClause, 3, gate.clause);
                continue;
            }
            if (!released) {
                released = true;
                answer.reason = gate.reason;
                answer.agreement = agreement.id;
                answer.clause = gate.clause->id;
            }
            restrictionAnnounced = restrictionAnnounced || gate.clause->whenWithheld == WhenWithheld::Announced;
            answer.contribute = answer.contribute || gate.clause->access == Access::Contribute;
            answer.further = answer.further || gate.clause->furtherRelease == FurtherRelease::Allowed;
        }
    }
    for (const auto tag : answer.fields) {
        answer.announced.erase(tag);
    }
    if (!released) {
        answer.told = announced;
        return answer;
    }
    const auto& who = q.viewer.principal;
    const bool author = q.record.authorAgency == who.agency && q.record.author == who.worker;
    const bool named = contains(q.record.readers, NamedReader{who.agency, who.worker});
    if (!q.record.readers.empty() && !named && !author) {
        Answer restricted = no(Reason::NotNamedReader);
        restricted.agreement = answer.agreement;
        restricted.clause = answer.clause;
        restricted.told = restrictionAnnounced;
        return restricted;
    }
    if (q.record.standing == Standing::EnteredInError) {
        answer.contribute = false;
        if (!auditor) {
            answer.newer = false;
            for (const auto& field : schema == nullptr ? std::span<const FieldSpec>{} : schema->fields) {
                if (field.merge == MergeRule::Prose || field.kind == FieldKind::Files) {
                    answer.fields.erase(field.tag.number);
                    answer.masked.erase(field.tag.number);
                }
            }
            if (answer.fields.empty()) {
                Answer nothing = no(Reason::EnteredInError);
                nothing.agreement = answer.agreement;
                nothing.clause = answer.clause;
                return nothing;
            }
        }
    }
    // An address that somebody must not find.
    const auto restrictions = restrictionsOf(q);
    const bool visitor = restrictions.all > 0 && restrictions.against == 0;
    const bool wholly = restrictions.all > 0 &&
                        (q.record.category == Category::ContactDetails || q.record.category == Category::HomeAccess);
    if (restrictions.all > 0) {
        answer.newer = false;
    }
    for (const auto& field : schema == nullptr ? std::span<const FieldSpec>{} : schema->fields) {
        const bool hiding = schema->type == RecordType::PermissionStatement && field.name == "where";
        const bool address = field.category == Category::ContactDetails || field.category == Category::HomeAccess ||
                             saysWhere(schema->name, field.name);
        if (hiding && visitor && !wholly) {
            if (answer.fields.count(field.tag.number) == 1) {
                answer.masked.insert(field.tag.number);
                answer.softHours = answer.softHours == 0 || answer.softHours > 16 ? 16 : answer.softHours;
                answer.hardHours = answer.hardHours == 0 || answer.hardHours > 16 ? 16 : answer.hardHours;
            }
        } else if (hiding || wholly || (address && restrictions.all > 0)) {
            answer.announced.erase(field.tag.number);
            answer.fields.erase(field.tag.number);
            answer.masked.erase(field.tag.number);
        }
    }
    if (answer.fields.empty() && !answer.newer) {
        Answer nothing = no(Reason::RestrictedLocation);
        nothing.agreement = answer.agreement;
        nothing.clause = answer.clause;
        return nothing;
    }
    return answer;
}

} // namespace

Answer decide(const Viewer& viewer, const RecordFacts& record, const std::vector<ActiveAgreement>& agreements,
              const std::vector<PermissionStatement>& statements, WallTime now) {
    const Question q{viewer, record, statements, now};
    if (viewer.principal.agency.empty()) {
        return no(Reason::NobodyNamed);
    }
    const RecordSchema* schema = nullptr;
    for (const auto& one : allSchemas()) {
        schema = one.type == record.type ? &one : schema;
    }
    if (schema != nullptr && schema->subject == Subject::Directory) {
        if (q.own()) {
            return everything(*schema, Reason::OwnAgency, true);
        }
        for (const auto& active : agreements) {
            const auto& agreement = active.agreement;
            const bool both = contains(active.bound, record.home) && contains(active.bound, viewer.principal.agency) &&
                              partyNamed(agreement, record.home) != nullptr &&
                              partyNamed(agreement, viewer.principal.agency) != nullptr;
            const bool current = agreement.effective <= now && (agreement.expires.ms == 0 || now < agreement.expires);
            if (both && current && agreement.form == AgreementForm::Partnership) {
                return everything(*schema, Reason::Directory, false);
            }
        }
        return no(Reason::NotAParty);
    }
    if (viewer.principal.worker.empty()) {
        return no(Reason::NobodyNamed);
    }
    if (record.standing == Standing::Draft) {
        if (schema == nullptr || !q.own() || record.authorAgency != viewer.principal.agency ||
            record.author != viewer.principal.worker) {
            return no(Reason::DraftOfAnother);
        }
        auto answer = everything(*schema, Reason::AuthorsDraft, true);
        answer.contribute = true;
        return answer;
    }
    if (!q.own() && schema == nullptr) {
        return no(Reason::UnknownType);
    }
    const bool neverLeaves = record.type == RecordType::ReceivedCopy ||
                             record.type == RecordType::PermissionStatement ||
                             record.type == RecordType::PermissionNotice ||
                             record.type == RecordType::ObjectionReview || record.type == RecordType::EmergencyAccess;
    if (!q.own() && (neverLeaves || record.standing == Standing::Proposal)) {
        return no(Reason::OwnAgencyOnly);
    }
    if (!q.own() && record.category == Category::CarerPrivate) {
        return no(Reason::CarerPrivate);
    }
    std::vector<const ActiveAgreement*> all;
    for (const auto& active : agreements) {
        all.push_back(&active);
    }
    auto answer = byAgreements(q, std::move(all), schema);
    // The home asked them by name: they may answer what they may see.
    if (record.asking == Asking::OfViewer && record.standing == Standing::Plain &&
        (!answer.fields.empty() || answer.newer)) {
        answer.contribute = true;
    }
    const bool follows = record.following == Following::OwnConcern &&
                         (record.type == RecordType::Referral || record.type == RecordType::ReferralMessage);
    if (q.own() && follows) {
        const bool hasAll = answer.fields.size() == schema->fields.size();
        if (!hasAll || !answer.contribute) {
            const bool newer = answer.newer;
            answer = everything(*schema, Reason::OwnConcern, newer);
            answer.contribute = true;
            answer.softHours = 24;
            answer.hardHours = 72;
        }
    }
    return answer;
}

Answer inWords(const Decision& decision, RecordType type, const AgreementsInForce& agreements) {
    Answer answer;
    if (const RecordSchema* schema = schemaOf(type)) {
        for (std::size_t at = 0; at < schema->fields.size(); ++at) {
            const auto tag = schema->fields[at].tag.number;
            if (decision.fields.has(at)) {
                answer.fields.insert(tag);
            }
            if (decision.masked.has(at)) {
                answer.masked.insert(tag);
            }
            if (decision.announced.has(at)) {
                answer.announced.insert(tag);
            }
        }
    }
    answer.newer = decision.newer == NewerFields::Released;
    answer.contribute = decision.mayContribute();
    answer.further = decision.furtherRelease == FurtherRelease::Allowed;
    answer.told = decision.toViewer == ViewerReason::NotShared;
    answer.softHours = decision.lease.softHours;
    answer.hardHours = decision.lease.hardHours;
    answer.reason = decision.reason;
    if (decision.clause.agreement != kNoClause) {
        const auto& agreement = agreements.all()[decision.clause.agreement].agreement();
        answer.agreement = agreement.id;
        answer.clause = decision.clause.clause == kNoClause ? "" : agreement.clauses[decision.clause.clause].id;
    }
    return answer;
}

std::string describe(const Answer& answer) {
    std::ostringstream out;
    const auto set = [&](const char* name, const std::set<std::uint16_t>& tags) {
        out << name << "{";
        for (const auto tag : tags) {
            out << " " << tag;
        }
        out << " } ";
    };
    set("fields", answer.fields);
    set("masked", answer.masked);
    set("announced", answer.announced);
    out << "newer " << answer.newer << " contribute " << answer.contribute << " further " << answer.further << " told "
        << answer.told << " lease " << answer.softHours << "/" << answer.hardHours << " reason "
        << static_cast<int>(answer.reason) << " by " << answer.agreement << " " << answer.clause;
    return out.str();
}

} // namespace frontsheet::naive
