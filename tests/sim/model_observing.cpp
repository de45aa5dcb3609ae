// ModelHome: what a ledger has gained, and all of it, against what it must be.
#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/version_line.h"
#include "sync/wire/body_codec.h"
#include "tests/sim/model_home.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

Record wholeOf(const Record& header, BytesView body) {
    Record record = header;
    record.fields = wire::decodeBody(body).value_or(FieldSet{});
    return record;
}

// Whose words a second version was told to stand against is looked up by the home in the record's history.
FieldSet withoutStanding(FieldSet fields) {
    auto others = fields.others();
    for (auto& other : others) {
        other.standingAgency = {};
        other.standingAuthor = {};
        other.standingSince = {};
    }
    fields.setOthers(std::move(others));
    return fields;
}

bool isSameContent(const Record& a, const Record& b) {
    return a.type == b.type && a.person == b.person && a.category == b.category && a.author == b.author &&
           a.authorAgency == b.authorAgency && a.occurredAt == b.occurredAt && a.recordedAt == b.recordedAt &&
           a.version == b.version && withoutStanding(a.fields) == withoutStanding(b.fields);
}

} // namespace

std::string inWords(const IntentResult& result) {
    const bool why = result.outcome == IntentOutcome::Refused || result.outcome == IntentOutcome::Held;
    return std::string{name(result.outcome)} + (why ? " (" + std::string{name(result.reason)} + ")" : "") +
           " at version " + std::to_string(result.version.n);
}

std::string inWords(RecordType type) {
    const RecordSchema* schema = schemaOf(type);
    return schema == nullptr ? "record" : std::string{schema->name};
}

void ModelHome::keep(const Record& record) {
    auto& versions = m_records[record.id];
    if (record.type == RecordType::ContactPoint) {
        m_dutyPoints.insert(record.id);
    }
    if (versions.empty()) {
        m_about[record.person].push_back(record.id);
    }
    versions.push_back(record);
}

std::string ModelHome::takeFeed(LedgerReads& reads, std::vector<std::pair<Record, bool>>& out) {
    std::vector<FeedEntry> entries;
    const auto read = reads.feed(m_feedHead, [&](const FeedEntry& entry) -> Result<Walk> {
        entries.push_back(entry);
        return Walk::On;
    });
    if (!read) {
        return "the feed cannot be read: " + describe(read.error());
    }
    const auto head = reads.head();
    if (!head || head->feedSeq != m_feedHead + entries.size()) {
        return "the feed's head is not its last entry";
    }
    std::map<RecordId, std::uint64_t> seen;
    for (const auto& entry : entries) {
        if (entry.seq != ++m_feedHead) {
            return "the feed is not dense: " + std::to_string(entry.seq) + " where " + std::to_string(m_feedHead) +
                   " belongs";
        }
        const auto known = m_records.find(entry.record);
        const std::uint64_t before = seen.contains(entry.record)
                                         ? seen[entry.record]
                                         : (known == m_records.end() ? 0 : known->second.back().version.n);
        if (entry.version != versionAfter({before}, m_line)) {
            return "version " + std::to_string(entry.version.n) + " of a record follows version " +
                   std::to_string(before);
        }
        seen[entry.record] = entry.version.n;
        const auto found = reads.record(entry.record);
        if (!found || !*found) {
            return "the feed names a record that is not there";
        }
        Record record = wholeOf((*found)->header, (*found)->body);
        if (record.version != entry.version) {
            bool there = false;
            const auto walked = reads.history(entry.record, [&](const KeptRecord& kept) -> Result<Walk> {
                there = kept.header.version == entry.version;
                if (there) {
                    record = wholeOf(kept.header, kept.body);
                }
                return there ? Walk::Stop : Walk::On;
            });
            if (!walked || !there) {
                return "an earlier version of a record is not kept";
            }
            record.type = (*found)->header.type;
            record.person = (*found)->header.person;
            record.home = (*found)->header.home;
        }
        out.emplace_back(std::move(record), entry.endsTransaction);
    }
    return {};
}

std::string ModelHome::observe(LedgerReads& reads, const Judged* judged, Others others) {
    m_lastKept.clear();
    m_lastOfOthers.clear();
    std::vector<std::pair<Record, bool>> fresh;
    if (auto wrong = takeFeed(reads, fresh); !wrong.empty()) {
        return wrong;
    }
    std::size_t at = 0;
    std::size_t kept = 0;
    std::size_t asked = 0;
    for (const auto& transaction : judged != nullptr ? judged->transactions : std::vector<Transaction>{}) {
        for (const auto k : transaction.members) {
            const Expected& expected = judged->results[k];
            const auto operation = reads.operation(judged->author.device, expected.intent.op);
            ++asked;
            if (!operation) {
                return "an answer cannot be looked up";
            }
            if (!*operation) {
                continue;
            }
            ++kept;
            const auto& is = (*operation)->result;
            const bool held = is.outcome == IntentOutcome::Held && is.reason == ErrorCode::NotPermitted;
            const bool wanted = expected.mustBeHeld ? held : is == expected.result || (expected.mayBeHeld && held);
            m_lastKept += (m_lastKept.empty() ? "" : ", ") + expected.intent.op.hex().substr(0, 8) + " " + inWords(is);
            if (!wanted) {
                return "an edit of a " + inWords(expected.intent.type) + " (" + expected.intent.op.hex().substr(0, 8) +
                       ") is " + inWords(is) + " where it must be " +
                       (expected.mustBeHeld ? "held" : inWords(expected.result));
            }
            m_answered[{judged->author.device, expected.intent.op}] = {expected.intent, is};
            if (!expected.lost.empty()) {
                return expected.lost;
            }
        }
    }
    if (kept != 0 && kept != asked) {
        return "half of a push was kept: " + std::to_string(kept) + " of " + std::to_string(asked);
    }
    if (kept != 0) {
        for (const auto& transaction : judged->transactions) {
            for (std::size_t i = 0; i < transaction.writes.size(); ++i, ++at) {
                if (at >= fresh.size()) {
                    return "a version that was accepted has no entry in the feed";
                }
                Record wanted = transaction.writes[i];
                const auto& [is, ends] = fresh[at];
                if ((!wanted.id.isNull() && wanted.id != is.id) || !isSameContent(wanted, is)) {
                    wanted.id = is.id;
                    return "accepted as " + canonicalLine(is) + " where it must be " + canonicalLine(wanted);
                }
                if (ends != (i + 1 == transaction.writes.size())) {
                    return "the feed cuts a transaction";
                }
                keep(is);
            }
        }
    }
    if (at != fresh.size() && others == Others::WriteNothing) {
        return "versions appear that nobody wrote: " + canonicalLine(fresh[at].first);
    }
    for (; at < fresh.size(); ++at) {
        keep(fresh[at].first);
        m_lastOfOthers.push_back(fresh[at].first);
    }
    return {};
}

std::string ModelHome::compareAll(LedgerReads& reads) const {
    std::size_t seen = 0;
    std::string wrong;
    const auto walked = reads.records({}, [&](const KeptRecord& kept) -> Result<Walk> {
        ++seen;
        const Record record = wholeOf(kept.header, kept.body);
        const Record* known = current(record.id);
        if (known == nullptr || canonicalLine(*known) != canonicalLine(record)) {
            wrong = "the ledger has " + canonicalLine(record) + " where the log of versions has " +
                    (known == nullptr ? "nothing" : canonicalLine(*known));
        }
        return wrong.empty() ? Walk::On : Walk::Stop;
    });
    if (!walked) {
        return "the ledger cannot be read: " + describe(walked.error());
    }
    if (wrong.empty() && seen != m_records.size()) {
        return "the ledger has " + std::to_string(seen) + " records where the log of versions has " +
               std::to_string(m_records.size());
    }
    for (const auto& [key, one] : m_answered) {
        const auto operation = reads.operation(key.first, key.second);
        if (wrong.empty() && (!operation || !*operation || (*operation)->result != one.result)) {
            return "an answer that was given is forgotten or another";
        }
    }
    return wrong;
}

} // namespace frontsheet::sim
