#include "sync/server/disclosure/disclosure_views.h"

#include "sync/server/disclosure/disclosure_index.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_set>

namespace frontsheet::disclosure {

namespace {

using EntryTaker = std::function<void(const Entry&)>;

// Every entry that can be read; how many could not.
Result<std::uint64_t> walk(LedgerReads& ledger, const EntryTaker& take) {
    std::uint64_t unreadable = 0;
    FS_TRY(ledger.disclosures().entries(1, [&](const StoredEntry& stored) -> Result<Walk> {
        if (const auto entry = decode(stored.bytes)) {
            take(*entry);
        } else {
            ++unreadable;
        }
        return Walk::On;
    }));
    return unreadable;
}

class Gathering {
public:
    void add(ReleaseLine line) {
        m_onTheirWay[{line.who.device, line.receipt}].push_back(m_view.releases.size());
        m_view.releases.push_back(std::move(line));
    }
    void add(ReadingLine line) { m_view.readings.push_back(std::move(line)); }
    void arrived(const Entry& entry, const Delivered& delivered) {
        const auto found = m_onTheirWay.find({delivered.who.device, delivered.receipt});
        if (found == m_onTheirWay.end()) {
            return;
        }
        // By the index receipts come after all the pages: one speaks of those before it in the log.
        std::erase_if(found->second, [&](std::size_t line) {
            const bool before = m_view.releases[line].entry < entry.number;
            m_view.releases[line].deliveredAt = before ? entry.at : WallTime{};
            return before;
        });
    }
    [[nodiscard]] std::vector<Subject> receiptsAwaited() const {
        std::vector<Subject> subjects;
        for (const auto& [page, lines] : m_onTheirWay) {
            subjects.push_back(subjectOfReceipt(page.first, page.second));
        }
        return subjects;
    }
    [[nodiscard]] LogView take(std::uint64_t unreadable) && {
        m_view.unreadable = unreadable;
        return std::move(m_view);
    }

private:
    LogView m_view;
    std::map<std::pair<DeviceId, std::uint64_t>, std::vector<std::size_t>> m_onTheirWay;
};

ReleaseLine lineOf(const Entry& entry, const Release& release, const SentPart& part) {
    ReleaseLine line;
    line.entry = entry.number;
    line.at = entry.at;
    line.who = release.who;
    line.scope = release.scope;
    line.terms = part.terms;
    line.receipt = release.receipt;
    return line;
}

std::size_t peopleIn(const SentPart& part) {
    std::unordered_set<PersonId> people;
    for (const auto& sent : part.records) {
        if (!sent.person.isNull()) {
            people.insert(sent.person);
        }
    }
    return people.size();
}

} // namespace

Result<LogView> aboutPerson(LedgerReads& ledger, std::span<const PersonId> person, ReadBy by) {
    const std::unordered_set<PersonId> ids(person.begin(), person.end());
    Gathering gathering;
    const auto take = [&](const Entry& entry) {
        if (const auto* release = std::get_if<Release>(&entry.what)) {
            for (const auto& part : release->parts) {
                auto line = lineOf(entry, *release, part);
                std::copy_if(part.records.begin(), part.records.end(), std::back_inserter(line.sent),
                             [&](const SentRecord& sent) { return ids.contains(sent.person); });
                line.records = line.sent.size();
                line.people = 1;
                if (line.records != 0) {
                    gathering.add(std::move(line));
                }
            }
        } else if (const auto* delivered = std::get_if<Delivered>(&entry.what)) {
            gathering.arrived(entry, *delivered);
        } else if (const auto* readings = std::get_if<Readings>(&entry.what)) {
            for (const auto& reading : readings->readings) {
                if (ids.contains(reading.person)) {
                    gathering.add(ReadingLine{entry.number, entry.at, readings->who, reading});
                }
            }
        }
    };
    if (by == ReadBy::Chain) {
        FS_ASSIGN(const auto unreadable, walk(ledger, take));
        return std::move(gathering).take(unreadable);
    }
    std::vector<Subject> subjects{subjectOfEveryView()};
    for (const auto& id : person) {
        subjects.push_back(subjectOf(id));
    }
    std::uint64_t unreadable = 0;
    FS_TRY(walkAbout(
        ledger, subjects, std::numeric_limits<std::uint64_t>::max(),
        [&](const StoredEntry& stored) -> Result<void> {
            if (const auto entry = decode(stored.bytes)) {
                take(*entry);
            } else {
                ++unreadable;
            }
            return ok();
        },
        [&] { return gathering.receiptsAwaited(); }));
    return std::move(gathering).take(unreadable);
}

Result<LogView> ofWorker(LedgerReads& ledger, const AgencyId& agency, const WorkerId& worker) {
    const auto isWho = [&](const Principal& who) { return who.agency == agency && who.worker == worker; };
    Gathering gathering;
    FS_ASSIGN(const auto unreadable, walk(ledger, [&](const Entry& entry) {
                  if (const auto* release = std::get_if<Release>(&entry.what); release && isWho(release->who)) {
                      for (const auto& part : release->parts) {
                          auto line = lineOf(entry, *release, part);
                          line.records = part.records.size();
                          line.people = peopleIn(part);
                          gathering.add(std::move(line));
                      }
                  } else if (const auto* delivered = std::get_if<Delivered>(&entry.what);
                             delivered && isWho(delivered->who)) {
                      gathering.arrived(entry, *delivered);
                  } else if (const auto* readings = std::get_if<Readings>(&entry.what);
                             readings && isWho(readings->who)) {
                      for (const auto& reading : readings->readings) {
                          gathering.add(ReadingLine{entry.number, entry.at, readings->who, reading});
                      }
                  }
              }));
    return std::move(gathering).take(unreadable);
}

Result<SentToDevice> sentTo(LedgerReads& ledger, const DeviceId& device, std::span<const PersonId> people) {
    std::vector<Subject> subjects{subjectOfEveryView()};
    for (const auto& person : people) {
        subjects.push_back(subjectOf(person));
    }
    SentToDevice sent;
    FS_TRY(walkAbout(ledger, subjects, std::numeric_limits<std::uint64_t>::max(),
                     [&](const StoredEntry& stored) -> Result<void> {
                         const auto entry = decode(stored.bytes);
                         const auto* segment = entry ? std::get_if<NewSegment>(&entry->what) : nullptr;
                         // After a restore devices start over, and what they hold since is in the log since.
                         if (!entry || (segment != nullptr && segment->cause != SegmentCause::Restored)) {
                             sent.isWhole = false;
                             return ok();
                         }
                         const auto* release = std::get_if<Release>(&entry->what);
                         if (release == nullptr || release->who.device != device) {
                             return ok();
                         }
                         for (const auto& part : release->parts) {
                             for (const auto& one : part.records) {
                                 sent.records.insert(one.record);
                             }
                         }
                         return ok();
                     }));
    return sent;
}

namespace {

class EmergencyGathering {
public:
    void take(const Entry& entry, const Emergency& emergency) {
        if (emergency.step == EmergencyStep::Opened) {
            EmergencyCase one;
            one.access = emergency.access;
            one.person = emergency.person;
            one.who = emergency.who;
            one.reason = emergency.words;
            one.openedAt = entry.at;
            one.until = emergency.until;
            m_cases.push_back(std::move(one));
            return;
        }
        for (auto& one : m_cases) {
            if (emergency.step == EmergencyStep::Sought || one.access != emergency.access) {
                continue;
            }
            if (emergency.step == EmergencyStep::Ended) {
                one.endedAt = entry.at;
            } else {
                one.reviewedAt = entry.at;
                one.reviewer = emergency.who;
                one.finding = emergency.words;
            }
        }
    }
    void take(const Release& release) {
        for (const auto& part : release.parts) {
            if (part.terms.reason != kEmergencyReason) {
                continue;
            }
            for (const auto& sent : part.records) {
                if (auto* one = newestOf(release.who, sent.person)) {
                    ++one->records;
                }
            }
        }
    }
    // Those that fall into it, by the server's clock: before it opened there was nothing to read.
    void take(const Readings& readings) {
        for (const auto& reading : readings.readings) {
            if (auto* one = newestOf(readings.who, reading.person); one != nullptr && one->records != 0) {
                ++one->readings;
            }
        }
    }
    [[nodiscard]] std::vector<EmergencyCase> cases() && { return std::move(m_cases); }

private:
    EmergencyCase* newestOf(const Principal& who, const PersonId& person) {
        const auto found = std::find_if(m_cases.rbegin(), m_cases.rend(), [&](const EmergencyCase& one) {
            return one.person == person && one.who.agency == who.agency && one.who.worker == who.worker;
        });
        return found == m_cases.rend() ? nullptr : &*found;
    }
    std::vector<EmergencyCase> m_cases;
};

} // namespace

Result<std::vector<EmergencyCase>> emergencies(LedgerReads& ledger) {
    EmergencyGathering gathering;
    FS_ASSIGN(const auto unreadable, walk(ledger, [&](const Entry& entry) {
                  if (const auto* emergency = std::get_if<Emergency>(&entry.what)) {
                      gathering.take(entry, *emergency);
                  } else if (const auto* release = std::get_if<Release>(&entry.what)) {
                      gathering.take(*release);
                  } else if (const auto* readings = std::get_if<Readings>(&entry.what)) {
                      gathering.take(*readings);
                  }
              }));
    (void)unreadable;
    return std::move(gathering).cases();
}

Result<std::optional<ReferralReach>> reachOf(LedgerReads& ledger, const RecordId& referral) {
    FS_ASSIGN(const auto devices, ledger.disclosures().reached(referral));
    if (devices.empty()) {
        return std::optional<ReferralReach>{};
    }
    const auto earlier = [](WallTime known, WallTime other) {
        return !known.isKnown() || (other.isKnown() && other < known) ? other : known;
    };
    ReferralReach reach;
    reach.referral = referral;
    for (const auto& one : devices) {
        reach.sentAt = earlier(reach.sentAt, one.sentAt);
        reach.deliveredAt = earlier(reach.deliveredAt, one.deliveredAt);
        const WallTime seen = earlier(reach.seenAt, one.seenAt);
        if (seen != reach.seenAt) {
            reach.seenAt = seen;
            reach.seenAgency = one.agency;
            reach.seenBy = one.worker;
        }
    }
    reach.deliveredAt = earlier(reach.deliveredAt, reach.seenAt); // what was read had arrived
    return std::optional{reach};
}

} // namespace frontsheet::disclosure
