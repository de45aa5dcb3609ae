#include "app/agency_server/verbs/audit_lines.h"

#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>

namespace frontsheet {

using disclosure::LogView;

namespace {

// One object on one line; keys are ours, values are quoted.
class JsonLine {
public:
    JsonLine& text(std::string_view key, std::string_view value) { return raw(key, jsonQuoted(value)); }
    JsonLine& number(std::string_view key, std::uint64_t value) { return raw(key, std::to_string(value)); }
    JsonLine& time(std::string_view key, WallTime value) {
        return raw(key, value.isKnown() ? std::to_string(value.ms) : "null");
    }
    JsonLine& truth(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
    JsonLine& raw(std::string_view key, std::string_view json) {
        m_line += m_line.empty() ? "{" : ",";
        m_line += jsonQuoted(key) + ":" + std::string{json};
        return *this;
    }
    JsonLine& who(const Principal& who) {
        return text("agency", who.agency.str())
            .text("worker", who.worker.str())
            .text("role", who.role)
            .text("device", who.device.hex());
    }
    [[nodiscard]] std::string object() const { return m_line.empty() ? "{}" : m_line + "}"; }
    void print() const { std::printf("%s\n", object().c_str()); }

private:
    std::string m_line;
};

unsigned long long shown(std::uint64_t number) { return number; }

std::string inWords(const Principal& who) {
    std::string words = who.worker.str() + " of " + who.agency.str();
    if (!who.role.empty()) {
        words += ", " + who.role;
    }
    return words + ", device " + who.device.hex().substr(0, 8);
}

Result<std::string> typeOf(LedgerReads& ledger, const RecordId& id) {
    FS_ASSIGN(const auto found, ledger.record(id));
    const RecordSchema* schema = found ? schemaOf(found->header.type) : nullptr;
    return schema != nullptr ? std::string{schema->name} : "record " + id.hex().substr(0, 8);
}

// "2 contact-note, 1 registration"
Result<std::string> typesOf(LedgerReads& ledger, const std::vector<disclosure::SentRecord>& sent) {
    std::map<std::string, std::size_t> counts;
    for (const auto& one : sent) {
        FS_ASSIGN(const auto type, typeOf(ledger, one.record));
        ++counts[type];
    }
    std::string words;
    for (const auto& [type, count] : counts) {
        words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + type;
    }
    return words;
}

Result<void> printRelease(AuditForm form, const disclosure::ReleaseLine& line, LedgerReads& ledger) {
    if (form == AuditForm::Json) {
        JsonLine out;
        out.text("what", "release").number("entry", line.entry).time("at", line.at).who(line.who);
        out.text("scope", line.scope).text("reason", line.terms.reason).text("clause", line.terms.clause);
        out.text("purpose", line.terms.purpose).text("fields", line.terms.fields).number("records", line.records);
        out.number("people", line.people).time("delivered_at", line.deliveredAt);
        std::string sent;
        for (const auto& one : line.sent) {
            FS_ASSIGN(const auto type, typeOf(ledger, one.record));
            sent += (sent.empty() ? "" : ",") + JsonLine{}
                                                    .text("record", one.record.hex())
                                                    .number("version", one.version.n)
                                                    .text("type", type)
                                                    .object();
        }
        out.raw("sent", "[" + sent + "]").print();
        return ok();
    }
    std::string what = std::to_string(line.records) + " records about " + std::to_string(line.people) + " people";
    if (!line.sent.empty()) {
        FS_ASSIGN(what, typesOf(ledger, line.sent));
    }
    std::string why = line.terms.reason;
    for (const auto* more : {&line.terms.clause, &line.terms.purpose}) {
        why += more->empty() ? "" : ", " + *more;
    }
    const std::string arrived =
        line.deliveredAt.isKnown() ? "delivered " + inUtc(line.deliveredAt) : "not known to have arrived";
    std::printf("%s  sent to %s\n    %s; fields: %s; because: %s; %s\n", inUtc(line.at).c_str(),
                inWords(line.who).c_str(), what.c_str(), line.terms.fields.c_str(), why.c_str(), arrived.c_str());
    return ok();
}

Result<void> printReading(AuditForm form, const disclosure::ReadingLine& line, LedgerReads& ledger) {
    const Reading& reading = line.reading.reading;
    FS_ASSIGN(const auto type, typeOf(ledger, reading.record));
    if (form == AuditForm::Json) {
        JsonLine out;
        out.text("what", "reading").number("entry", line.entry).time("at", reading.at).time("told_at", line.at);
        out.who(line.who).text("how", disclosure::name(reading.how)).text("record", reading.record.hex());
        out.number("version", reading.version.n).text("type", type).text("person", line.reading.person.hex());
        if (!reading.reason.empty()) {
            out.text("reason", reading.reason);
        }
        out.print();
        return ok();
    }
    std::printf("%s  %s to %s\n    %s, version %llu; told %s\n", inUtc(reading.at).c_str(),
                std::string{disclosure::name(reading.how)}.c_str(), inWords(line.who).c_str(), type.c_str(),
                shown(reading.version.n), inUtc(line.at).c_str());
    if (!reading.reason.empty()) {
        std::printf("    reason given: %s\n", reading.reason.c_str());
    }
    return ok();
}

std::string inWords(const PartnersHead& partner) {
    switch (partner.state) {
    case PartnersHead::State::Unreachable:
        return "not reachable";
    case PartnersHead::State::HoldsNone:
        return "holds no head yet";
    case PartnersHead::State::NotSigned:
        return "holds something that this agency never signed";
    case PartnersHead::State::Holds:
        break;
    }
    return "holds the head of entry " + std::to_string(partner.head.number) + ", signed " + inUtc(partner.head.at);
}

} // namespace

std::string inUtc(WallTime time) {
    if (!time.isKnown()) {
        return "-";
    }
    const std::time_t seconds = static_cast<std::time_t>(time.ms / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%SZ", &parts)};
}

void printVerification(AuditForm form, const AgencyId& agency, const disclosure::Verification& log,
                       const std::vector<PartnersHead>& partners) {
    if (form == AuditForm::Json) {
        std::string breaks;
        for (const auto& broken : log.breaks) {
            breaks += (breaks.empty() ? "" : ",") + JsonLine{}
                                                        .number("entry", broken.number)
                                                        .text("fault", disclosure::name(broken.fault))
                                                        .text("words", disclosure::inWords(broken))
                                                        .truth("named", log.isNamed(broken))
                                                        .object();
        }
        std::string heads;
        for (const auto& partner : partners) {
            heads +=
                (heads.empty() ? "" : ",") + JsonLine{}
                                                 .text("partner", partner.partner.str())
                                                 .truth("reached", partner.state != PartnersHead::State::Unreachable)
                                                 .number("entry", partner.head.number)
                                                 .object();
        }
        JsonLine{}
            .text("agency", agency.str())
            .number("entries", log.entries)
            .number("last", log.last)
            .truth("whole", log.isWhole())
            .number("breaks_in_all", log.breaksInAll)
            .number("heads_compared", log.headsCompared)
            .raw("breaks", "[" + breaks + "]")
            .raw("partners", "[" + heads + "]")
            .print();
        return;
    }
    std::printf("%s\n  %llu entries, the last is %llu\n", agency.str().c_str(), shown(log.entries), shown(log.last));
    for (const auto& one : log.segments) {
        std::printf("  since entry %llu, %s: %s (%s)\n", shown(one.number), inUtc(one.at).c_str(),
                    std::string{disclosure::name(one.segment.cause)}.c_str(), one.segment.words.c_str());
    }
    for (const auto& partner : partners) {
        std::printf("  %s %s\n", partner.partner.str().c_str(), inWords(partner).c_str());
    }
    for (const auto& broken : log.breaks) {
        std::printf("  BROKEN: %s%s\n", disclosure::inWords(broken).c_str(),
                    log.isNamed(broken) ? " (named in the log since)" : "");
    }
    if (log.breaksInAll > log.breaks.size()) {
        std::printf("  BROKEN: and %llu more\n", shown(log.breaksInAll - log.breaks.size()));
    }
    if (log.isWhole()) {
        std::printf("  whole: every entry is as it was written%s\n",
                    log.headsCompared != 0 ? ", and agrees with the heads held elsewhere" : "");
    }
}

Result<void> printView(AuditForm form, const LogView& view, LedgerReads& ledger) {
    for (const auto& line : view.releases) {
        FS_TRY(printRelease(form, line, ledger));
    }
    for (const auto& line : view.readings) {
        FS_TRY(printReading(form, line, ledger));
    }
    if (form == AuditForm::Words) {
        std::printf("%zu releases, %zu readings%s\n", view.releases.size(), view.readings.size(),
                    view.unreadable != 0 ? "; some entries cannot be read: see audit verify" : "");
    }
    return ok();
}

void printEmergencies(AuditForm form, std::vector<disclosure::EmergencyCase> cases) {
    std::stable_partition(cases.begin(), cases.end(), [](const auto& one) { return one.awaitsReview(); });
    for (const auto& one : cases) {
        if (form == AuditForm::Json) {
            JsonLine out;
            out.text("access", one.access.hex()).text("person", one.person.hex()).who(one.who);
            out.text("reason", one.reason).time("opened_at", one.openedAt).time("until", one.until);
            out.time("ended_at", one.endedAt).time("reviewed_at", one.reviewedAt);
            out.text("reviewer", one.reviewer.worker.str()).text("finding", one.finding);
            out.number("records", one.records).number("readings", one.readings).print();
            continue;
        }
        std::printf("%s  %s\n    about person %s: \"%s\"; until %s; %zu records, %zu readings\n    %s\n",
                    inUtc(one.openedAt).c_str(), inWords(one.who).c_str(), one.person.hex().c_str(), one.reason.c_str(),
                    inUtc(one.endedAt.isKnown() ? one.endedAt : one.until).c_str(), one.records, one.readings,
                    one.awaitsReview() ? "AWAITS REVIEW"
                                       : ("reviewed " + inUtc(one.reviewedAt) + " by " + one.reviewer.worker.str() +
                                          ": " + one.finding)
                                             .c_str());
    }
    if (form == AuditForm::Words) {
        const auto waiting =
            std::count_if(cases.begin(), cases.end(), [](const auto& one) { return one.awaitsReview(); });
        std::printf("%zu emergency accesses, %td await review\n", cases.size(), waiting);
    }
}

} // namespace frontsheet
