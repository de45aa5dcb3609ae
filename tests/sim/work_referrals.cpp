// Work on referrals: from being sent to being solved, by both sides, at once.
#include "core/domain/referral_machine.h"
#include "core/domain/schema/referral.h"
#include "tests/sim/work.h"

namespace frontsheet::sim {

bool Work::refers(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    const auto& to = m_world.m_devices[m_chance.below(m_world.m_devices.size())]->who;
    FieldSet fields;
    fields.put(referral::kNeed, "assessment at home " + words(2));
    fields.put(referral::kReason, words(6));
    fields.put(referral::kToAgency, to.agency);
    fields.put(referral::kToWorker, m_chance.oneIn(3) ? WorkerId{} : to.worker);
    fields.put(referral::kState, std::string{"sent"});
    fields.put(referral::kFromWorker, d.who.worker);
    fields.put(referral::kSentAt, nowOf(d));
    if (m_chance.oneIn(2)) {
        fields.put(referral::kRespondWithin, std::string{"2 working days"});
    }
    return saves(d, {creates(d, RecordType::Referral, d.who.agency, person, std::move(fields), Category::Referral)});
}

bool Work::movesReferral(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        const auto state = referralState(r.fields.text(referral::kState));
        return sideOf(d.who, r).has_value() && state && isOpen(*state);
    });
    if (!before) {
        return false;
    }
    const auto side = *sideOf(d.who, *before);
    const auto from = *referralState(before->fields.text(referral::kState));
    static constexpr ReferralState kTo[] = {
        ReferralState::UnderReview, ReferralState::InfoAsked, ReferralState::Accepted, ReferralState::Declined,
        ReferralState::Started,     ReferralState::Completed, ReferralState::Withdrawn};
    for (int tries = 0; tries < 8; ++tries) {
        const auto to = kTo[m_chance.below(std::size(kTo))];
        if (!checkMove(from, to, side) || (to == ReferralState::Withdrawn && !m_chance.oneIn(3))) {
            continue;
        }
        m_world.m_tally.count("referral", name(to));
        return savesEdit(d, *before, [&](Record& after) {
            auto& f = after.fields;
            f.put(referral::kState, std::string{name(to)});
            if (side == ReferralSide::Receiver) {
                f.put(referral::kAnsweredAt, nowOf(d));
                f.put(referral::kAnsweredBy, d.who.worker);
            }
            if (to == ReferralState::Accepted) {
                f.put(referral::kAcceptedBy, d.who.worker);
            }
            if (to == ReferralState::Declined || to == ReferralState::InfoAsked) {
                f.put(referral::kAnswer, "because " + words(3) + std::to_string(++m_world.m_counter));
            }
            if (to == ReferralState::Completed) {
                f.put(referral::kOutcome, "solved " + words(3));
                f.put(referral::kOutcomeAt, nowOf(d));
            }
        });
    }
    return false;
}

bool Work::messages(DeviceNode& d) {
    const auto on = someRecord(d, RecordType::Referral, [&](const Record& r) { return sideOf(d.who, r).has_value(); });
    if (!on) {
        return false;
    }
    const bool fromHome = on->home == d.who.agency;
    FieldSet fields;
    fields.put(referral_message::kReferral, on->id);
    fields.put(referral_message::kText, words(5) + std::to_string(++m_world.m_counter));
    fields.put(referral_message::kToAgency, fromHome ? on->fields.get(referral::kToAgency) : on->home);
    if (m_chance.oneIn(2)) {
        fields.put(referral_message::kToWorker, on->fields.get(fromHome ? referral::kToWorker : referral::kFromWorker));
    }
    return saves(d, {creates(d, RecordType::ReferralMessage, on->home, on->person, std::move(fields), on->category)});
}

bool Work::rewordsReferral(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) { return r.home == d.who.agency; });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(referral::kReason, words(6) + std::to_string(++m_world.m_counter));
           });
}

// On two devices that have not heard of each other's words: they come to stand beside one another.
bool Work::writeOverOneAnother(DeviceNode& d) {
    std::vector<std::pair<DeviceNode*, Record>> both;
    const auto open = someRecord(d, RecordType::Referral, [](const Record& r) { return r.version.n > 0; });
    for (auto& node : m_world.m_devices) {
        const bool up = open && node->isUp() && !node->shutOutBy.contains(open->home);
        const auto held = up ? node->store().record(open->id) : Result<std::optional<WorkingRecord>>{std::nullopt};
        if (held && *held) {
            both.emplace_back(node.get(), (*held)->record);
        }
    }
    bool all = both.size() > 1;
    for (const auto& [node, record] : both) {
        all = node->isUp() && !m_world.isWrong() &&
              savesEdit(*node, record,
                        [&](Record& after) {
                            after.fields.put(referral::kReason, words(6) + std::to_string(++m_world.m_counter));
                        }) &&
              all;
    }
    return all;
}

bool Work::readdresses(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        const auto state = referralState(r.fields.text(referral::kState));
        return r.home == d.who.agency && state && isOpen(*state);
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               const auto& to = m_world.m_devices[m_chance.below(m_world.m_devices.size())]->who;
               after.fields.put(referral::kToWorker,
                                to.agency == after.fields.get(referral::kToAgency) ? to.worker : WorkerId{});
           });
}

bool Work::passesReferralOn(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        const auto state = referralState(r.fields.text(referral::kState));
        return sideOf(d.who, r) == ReferralSide::Receiver && state && isOpen(*state) &&
               *state != ReferralState::InfoAsked;
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               const auto& to = m_world.m_devices[m_chance.below(m_world.m_devices.size())]->who;
               auto& f = after.fields;
               f.put(referral::kState, std::string{"sent"});
               f.put(referral::kToService, ServiceId{"SVC0" + std::to_string(1 + m_chance.below(9))});
               f.put(referral::kToWorker, to.agency == f.get(referral::kToAgency) ? to.worker : WorkerId{});
               f.put(referral::kRedirectedBecause, "not ours " + words(2) + std::to_string(++m_world.m_counter));
               m_world.m_tally.count("referral", "passed on");
           });
}

bool Work::opensReferralAgain(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        const auto state = referralState(r.fields.text(referral::kState));
        return sideOf(d.who, r) == ReferralSide::Sender && state && !isOpen(*state);
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(referral::kState, std::string{"sent"});
               after.fields.put(referral::kReopenedBecause, "again " + words(2) + std::to_string(++m_world.m_counter));
               m_world.m_tally.count("referral", "opened again");
           });
}

bool Work::meetsForTheFirstTime(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        return r.fields.get(referral::kAcceptedBy) == d.who.worker && sideOf(d.who, r) == ReferralSide::Receiver &&
               !r.fields.get(referral::kFirstContactAt).isKnown();
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(referral::kFirstContactAt, nowOf(d));
               m_world.m_tally.count("referral", "first contact");
           });
}

bool Work::readsOutcome(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        const auto state = referralState(r.fields.text(referral::kState));
        return r.home == d.who.agency && r.fields.get(referral::kFromWorker) == d.who.worker &&
               (state == ReferralState::Completed || state == ReferralState::Declined);
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(referral::kOutcomeReadBy, d.who.worker);
               after.fields.put(referral::kOutcomeReadAt, nowOf(d));
               m_world.m_tally.count("referral", "outcome read");
           });
}

bool Work::seesReferral(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Referral, [&](const Record& r) {
        return sideOf(d.who, r) == ReferralSide::Receiver && !r.fields.get(referral::kSeenAt).isKnown();
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(referral::kSeenAt, nowOf(d));
               after.fields.put(referral::kSeenBy, d.who.worker);
           });
}

} // namespace frontsheet::sim
