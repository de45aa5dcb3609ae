#include "core/domain/sharing/permission_codec.h"

#include "core/domain/schema/permission.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace frontsheet::sharing {

namespace {

template <class T>
struct Code {
    T value;
    std::string_view word;
};

constexpr Code<StatementKind> kKinds[] = {{StatementKind::Permission, "permission"},
                                          {StatementKind::Objection, "objection"},
                                          {StatementKind::RestrictedLocation, "restricted-location"}};
constexpr Code<HowAsked> kHows[] = {{HowAsked::FaceToFace, "face-to-face"},
                                    {HowAsked::Telephone, "telephone"},
                                    {HowAsked::InWriting, "in-writing"},
                                    {HowAsked::WithInterpreter, "with-interpreter"},
                                    {HowAsked::Video, "video"}};
constexpr Code<GivenBy> kGivers[] = {
    {GivenBy::Person, "person"}, {GivenBy::Attorney, "attorney"}, {GivenBy::Deputy, "deputy"}};
constexpr Code<Capacity> kCapacities[] = {{Capacity::Presumed, "presumed"},
                                          {Capacity::BestInterests, "best-interests"}};
constexpr Code<WithdrawnWhy> kWithdrawals[] = {{WithdrawnWhy::ChangedMind, "changed-mind"},
                                               {WithdrawnWhy::RecordedWrongly, "recorded-wrongly"}};
constexpr Code<DeliveryOf> kDeliveriesOf[] = {{DeliveryOf::Given, "given"}, {DeliveryOf::Withdrawal, "withdrawal"}};

template <class T, std::size_t N>
std::string_view wordIn(const Code<T> (&codes)[N], T value) {
    const auto at = std::find_if(std::begin(codes), std::end(codes), [&](const auto& c) { return c.value == value; });
    return at == std::end(codes) ? std::string_view{} : at->word;
}

template <class T, std::size_t N>
std::optional<T> valueIn(const Code<T> (&codes)[N], std::string_view word) {
    const auto at = std::find_if(std::begin(codes), std::end(codes), [&](const auto& c) { return c.word == word; });
    return at == std::end(codes) ? std::nullopt : std::optional{at->value};
}

// The fields that a statement and a notice of it have in common.
struct Told {
    const TextField& kind;
    const AgencyField& home;
    const AgencyField& receiver;
    const TextField& category;
    const TextField& purpose;
    const TimeField& askedAt;
    const WorkerField& askedBy;
    const TextField& how;
    const TextField& givenBy;
    const TextField& authority;
    const TextField& capacity;
    const WorkerField& decidedBy;
    const TimeField& from;
    const TimeField& until;
    const TimeField& withdrawnAt;
};

namespace s = permission_statement;
namespace n = permission_notice;

constexpr Told kInStatement{s::kKind,     s::kHome,      s::kReceiver, s::kCategory, s::kPurpose,
                            s::kAskedAt,  s::kAskedBy,   s::kHow,      s::kGivenBy,  s::kAuthority,
                            s::kCapacity, s::kDecidedBy, s::kFrom,     s::kUntil,    s::kWithdrawnAt};
constexpr Told kInNotice{n::kKind,     n::kHome,      n::kReceiver, n::kCategory, n::kPurpose,
                         n::kAskedAt,  n::kAskedBy,   n::kHow,      n::kGivenBy,  n::kAuthority,
                         n::kCapacity, n::kDecidedBy, n::kFrom,     n::kUntil,    n::kWithdrawnAt};

// False where a permission cannot be relied on because a word of it is unknown here.
bool readWhat(const FieldSet& f, const Told& told, PermissionStatement& out) {
    bool whole = true;
    const auto kind = valueIn(kKinds, f.text(told.kind));
    out.kind = kind.value_or(StatementKind::Objection);
    if (!f.text(told.category).empty()) {
        out.category = fromWord<Category>(f.text(told.category));
        whole = whole && out.category.has_value();
    }
    if (!f.text(told.purpose).empty()) {
        out.purpose = fromWord<Purpose>(f.text(told.purpose));
        whole = whole && out.purpose.has_value();
    }
    const auto how = valueIn(kHows, f.text(told.how));
    const auto giver = valueIn(kGivers, f.text(told.givenBy));
    const auto able = valueIn(kCapacities, f.text(told.capacity));
    out.how = how.value_or(HowAsked::FaceToFace);
    out.givenBy = giver.value_or(GivenBy::Deputy);
    out.capacity = able.value_or(Capacity::BestInterests);
    return whole && kind && how && giver && able;
}

bool readTold(const FieldSet& f, const Told& told, PermissionStatement& out) {
    out.home = f.get(told.home);
    out.receiver = f.get(told.receiver);
    out.askedAt = f.get(told.askedAt);
    out.askedBy = f.get(told.askedBy);
    out.authority = f.get(told.authority);
    out.decidedBy = f.get(told.decidedBy);
    out.from = f.get(told.from);
    out.until = f.get(told.until);
    out.withdrawnAt = f.get(told.withdrawnAt);
    return readWhat(f, told, out) || out.kind != StatementKind::Permission;
}

void copyTold(const FieldSet& from, FieldSet& to) {
    const auto text = [&](const TextField& a, const TextField& b) { to.put(b, from.get(a)); };
    const auto time = [&](const TimeField& a, const TimeField& b) { to.put(b, from.get(a)); };
    const Told& a = kInStatement;
    const Told& b = kInNotice;
    text(a.kind, b.kind);
    to.put(b.home, from.get(a.home));
    to.put(b.receiver, from.get(a.receiver));
    text(a.category, b.category);
    text(a.purpose, b.purpose);
    time(a.askedAt, b.askedAt);
    to.put(b.askedBy, from.get(a.askedBy));
    text(a.how, b.how);
    text(a.givenBy, b.givenBy);
    text(a.authority, b.authority);
    text(a.capacity, b.capacity);
    to.put(b.decidedBy, from.get(a.decidedBy));
    time(a.from, b.from);
    time(a.until, b.until);
    time(a.withdrawnAt, b.withdrawnAt);
}

// agency/given|withdrawal/delivered/acknowledged/by/words; times in milliseconds, 0 unknown. The words come last, so that they
// may hold anything.
constexpr std::size_t kDeliveryParts = 6;

std::string memberOf(const Delivery& d) {
    return d.agency.str() + "/" + std::string{wordIn(kDeliveriesOf, d.of)} + "/" + std::to_string(d.deliveredAt.ms) +
           "/" + std::to_string(d.acknowledgedAt.ms) + "/" + d.acknowledgedBy.str() + "/" + d.words;
}

std::optional<WallTime> timeIn(std::string_view digits) {
    WallTime time;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), time.ms);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? std::optional{time} : std::nullopt;
}

std::optional<Delivery> deliveryIn(std::string_view member) {
    std::array<std::string_view, kDeliveryParts> parts;
    for (std::size_t at = 0; at + 1 < kDeliveryParts; ++at) {
        const auto slash = member.find('/');
        if (slash == std::string_view::npos) {
            return std::nullopt;
        }
        parts[at] = member.substr(0, slash);
        member.remove_prefix(slash + 1);
    }
    parts.back() = member;
    const auto of = valueIn(kDeliveriesOf, parts[1]);
    const auto delivered = timeIn(parts[2]);
    const auto acknowledged = timeIn(parts[3]);
    Delivery out{AgencyId{std::string{parts[0]}}, delivered.value_or(WallTime{}), acknowledged.value_or(WallTime{}),
                 WorkerId{std::string{parts[4]}}, of.value_or(DeliveryOf::Given), std::string{parts[5]}};
    return of && delivered && acknowledged && out.agency.isWellFormed() ? std::optional{std::move(out)} : std::nullopt;
}

std::vector<PlannedVisit> visitsIn(const FieldSet& fields) {
    std::vector<PlannedVisit> out;
    for (const auto& member : fields.get(s::kVisits)) {
        const auto slash = member.find('/');
        const auto due = slash == std::string::npos ? std::nullopt : timeIn(std::string_view{member}.substr(slash + 1));
        if (due) {
            out.push_back({WorkerId{member.substr(0, slash)}, *due});
        }
    }
    return out;
}

Delivery& deliveryTo(std::vector<Delivery>& deliveries, const AgencyId& agency, DeliveryOf of) {
    const auto at = std::find_if(deliveries.begin(), deliveries.end(),
                                 [&](const Delivery& d) { return d.agency == agency && d.of == of; });
    return at != deliveries.end() ? *at : deliveries.emplace_back(Delivery{agency, {}, {}, {}, of, {}});
}

} // namespace

std::optional<PermissionStatement> statementIn(const Record& record) {
    PermissionStatement out;
    out.person = record.person;
    const auto& f = record.fields;
    if (record.type == RecordType::PermissionNotice) {
        out.id = f.get(n::kStatement);
        out.askedByAgency = f.get(n::kFromAgency);
        const bool whole = readTold(f, kInNotice, out);
        if (out.capacity == Capacity::BestInterests && !out.decidedBy.empty()) {
            out.decidedWhy = "recorded at " + out.askedByAgency.str(); // the reasons stay there
        }
        return whole ? std::optional{std::move(out)} : std::nullopt;
    }
    if (record.type != RecordType::PermissionStatement) {
        return std::nullopt;
    }
    out.id = record.id;
    const bool whole = readTold(f, kInStatement, out);
    out.askedByAgency = f.get(s::kAskedByAgency);
    out.decidedWhy = f.get(s::kDecidedWhy);
    out.withdrawnBy = f.get(s::kWithdrawnBy);
    out.withdrawnWhy = valueIn(kWithdrawals, f.text(s::kWithdrawnWhy)).value_or(WithdrawnWhy::ChangedMind);
    out.words = f.get(s::kWords);
    out.corrects = f.get(s::kCorrects);
    out.deliveries = deliveriesIn(f);
    out.readers = readersIn(f, s::kReaders);
    out.visits = visitsIn(f);
    out.where = f.get(s::kWhere);
    return whole ? std::optional{std::move(out)} : std::nullopt;
}

std::optional<PermissionStatement> inEffectHere(const Record& record) {
    auto statement = statementIn(record);
    if (!statement || record.type != RecordType::PermissionNotice) {
        return statement;
    }
    const auto& f = record.fields;
    if (statement->kind == StatementKind::Permission) {
        return f.get(n::kAcknowledgedAt).isKnown() ? statement : std::nullopt;
    }
    if (!f.get(n::kWithdrawalAcknowledgedAt).isKnown()) {
        statement->withdrawnAt = {};
    }
    return statement;
}

void putStatement(FieldSet& fields, const PermissionStatement& statement) {
    const auto code = [&](const TextField& field, std::string_view word) { fields.put(field, std::string{word}); };
    code(s::kKind, wordIn(kKinds, statement.kind));
    fields.put(s::kHome, statement.home);
    fields.put(s::kReceiver, statement.receiver);
    code(s::kCategory, statement.category ? wordOf(*statement.category) : std::string_view{});
    code(s::kPurpose, statement.purpose ? wordOf(*statement.purpose) : std::string_view{});
    fields.put(s::kAskedAt, statement.askedAt);
    fields.put(s::kAskedBy, statement.askedBy);
    fields.put(s::kAskedByAgency, statement.askedByAgency);
    code(s::kHow, wordIn(kHows, statement.how));
    code(s::kGivenBy, wordIn(kGivers, statement.givenBy));
    fields.put(s::kAuthority, statement.authority);
    code(s::kCapacity, wordIn(kCapacities, statement.capacity));
    fields.put(s::kDecidedBy, statement.decidedBy);
    fields.put(s::kDecidedWhy, statement.decidedWhy);
    fields.put(s::kFrom, statement.from);
    fields.put(s::kUntil, statement.until);
    fields.put(s::kWithdrawnAt, statement.withdrawnAt);
    fields.put(s::kWithdrawnBy, statement.withdrawnBy);
    code(s::kWithdrawnWhy,
         statement.withdrawnAt.isKnown() ? wordIn(kWithdrawals, statement.withdrawnWhy) : std::string_view{});
    fields.put(s::kWords, statement.words);
    fields.put(s::kCorrects, statement.corrects);
    putDeliveries(fields, statement.deliveries);
    putReaders(fields, s::kReaders, statement.readers);
    putVisits(fields, statement.visits);
    fields.put(s::kWhere, statement.where);
}

void putVisits(FieldSet& fields, const std::vector<PlannedVisit>& visits) {
    std::vector<std::string> members;
    members.reserve(visits.size());
    for (const auto& visit : visits) {
        members.push_back(visit.worker.str() + "/" + std::to_string(visit.due.ms));
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    fields.put(s::kVisits, std::move(members));
}

void putDeliveries(FieldSet& fields, const std::vector<Delivery>& deliveries) {
    std::vector<std::string> members;
    members.reserve(deliveries.size());
    for (const auto& delivery : deliveries) {
        members.push_back(memberOf(delivery));
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    fields.put(s::kDeliveries, std::move(members));
}

std::vector<Delivery> deliveriesIn(const FieldSet& fields) {
    std::vector<Delivery> out;
    for (const auto& member : fields.get(s::kDeliveries)) {
        if (auto delivery = deliveryIn(member)) {
            out.push_back(std::move(*delivery));
        }
    }
    return out;
}

FieldSet noticeOf(const Record& statement) {
    FieldSet out;
    out.put(n::kStatement, statement.id);
    out.put(n::kStatementVersion, static_cast<std::int64_t>(statement.version.n));
    out.put(n::kFromAgency, statement.home);
    copyTold(statement.fields, out);
    return out;
}

Result<void> checkNotice(const FieldSet& notice) {
    FS_TRY(checkFields(RecordType::PermissionNotice, notice));
    for (const FieldSpec& own :
         {FieldSpec{n::kReceivedAt}, FieldSpec{n::kAcknowledgedAt}, FieldSpec{n::kAcknowledgedBy},
          FieldSpec{n::kAcknowledgedWords}, FieldSpec{n::kWithdrawalAcknowledgedAt},
          FieldSpec{n::kWithdrawalAcknowledgedBy}, FieldSpec{n::kWithdrawalAcknowledgedWords}}) {
        if (notice.find(own.tag) != nullptr) {
            return {ErrorCode::Malformed, "notice with its receiver's own field"};
        }
    }
    if (notice.get(n::kStatement).isNull() || notice.get(n::kFromAgency).empty()) {
        return {ErrorCode::Missing, "whose statement a notice is about"};
    }
    const RecordSchema* schema = schemaOf(RecordType::PermissionNotice);
    for (const auto& [tag, value] : notice) {
        if (schema->field(tag) == nullptr) {
            return {ErrorCode::Malformed, "notice with more than a notice"};
        }
    }
    return valueIn(kKinds, notice.text(n::kKind)) ? ok() : Result<void>{ErrorCode::Malformed, "kind of statement"};
}

std::vector<Acknowledgement> acknowledgementsIn(const Record& notice) {
    std::vector<Acknowledgement> out;
    const auto& f = notice.fields;
    const auto take = [&](DeliveryOf of, const TimeField& at, const WorkerField& by, const TextField& words) {
        if (f.get(at).isKnown()) {
            out.push_back({f.get(n::kStatement), of, f.get(at), f.get(by), f.get(words)});
        }
    };
    take(DeliveryOf::Given, n::kAcknowledgedAt, n::kAcknowledgedBy, n::kAcknowledgedWords);
    take(DeliveryOf::Withdrawal, n::kWithdrawalAcknowledgedAt, n::kWithdrawalAcknowledgedBy,
         n::kWithdrawalAcknowledgedWords);
    return out;
}

bool noteDelivered(std::vector<Delivery>& deliveries, const AgencyId& agency, DeliveryOf of, WallTime at) {
    Delivery& delivery = deliveryTo(deliveries, agency, of);
    if (delivery.deliveredAt.isKnown()) {
        return false;
    }
    delivery.deliveredAt = at;
    return true;
}

bool noteAcknowledged(std::vector<Delivery>& deliveries, const AgencyId& agency,
                      const Acknowledgement& acknowledgement) {
    Delivery& delivery = deliveryTo(deliveries, agency, acknowledgement.of);
    if (delivery.acknowledgedAt.isKnown()) {
        return false;
    }
    delivery.acknowledgedAt = acknowledgement.at;
    delivery.acknowledgedBy = acknowledgement.by;
    delivery.words = acknowledgement.words.substr(0, kMaxAcknowledgementBytes);
    if (!delivery.deliveredAt.isKnown()) {
        delivery.deliveredAt = acknowledgement.at; // who answers has it
    }
    return true;
}

std::string_view wordOf(StatementKind kind) { return wordIn(kKinds, kind); }
std::string_view wordOf(HowAsked how) { return wordIn(kHows, how); }
std::string_view wordOf(GivenBy givenBy) { return wordIn(kGivers, givenBy); }
std::string_view wordOf(Capacity capacity) { return wordIn(kCapacities, capacity); }
std::string_view wordOf(WithdrawnWhy why) { return wordIn(kWithdrawals, why); }
std::optional<StatementKind> statementKind(std::string_view word) { return valueIn(kKinds, word); }
std::optional<HowAsked> howAsked(std::string_view word) { return valueIn(kHows, word); }
std::optional<GivenBy> givenBy(std::string_view word) { return valueIn(kGivers, word); }
std::optional<Capacity> capacity(std::string_view word) { return valueIn(kCapacities, word); }

} // namespace frontsheet::sharing
