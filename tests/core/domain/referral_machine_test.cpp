#include "core/domain/referral_machine.h"
#include "tests/support/source_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <tuple>

namespace frontsheet {
namespace {

using enum ReferralState;

constexpr ReferralState kAll[] = {Draft,   Sent,      UnderReview, InfoAsked, Accepted,
                                  Started, Completed, Declined,    Withdrawn};

// The whole table, written out by hand so that a change of the machine is a change here.
TEST(ReferralMachine, HasTheseArrowsAndNoOthers) {
    using Side = ReferralSide;
    const std::set<std::tuple<ReferralState, ReferralState, Side>> arrows{
        {Sent, UnderReview, Side::Receiver},
        {Sent, InfoAsked, Side::Receiver},
        {Sent, Accepted, Side::Receiver},
        {Sent, Declined, Side::Receiver},
        {UnderReview, InfoAsked, Side::Receiver},
        {UnderReview, Accepted, Side::Receiver},
        {UnderReview, Declined, Side::Receiver},
        {InfoAsked, UnderReview, Side::Receiver},
        {InfoAsked, Accepted, Side::Receiver},
        {InfoAsked, Declined, Side::Receiver},
        {Accepted, Started, Side::Receiver},
        {Accepted, Completed, Side::Receiver},
        {Accepted, Declined, Side::Receiver},
        {Started, Completed, Side::Receiver},
        {UnderReview, Sent, Side::Receiver}, // passed on to another desk
        {Accepted, Sent, Side::Receiver},
        {Started, Sent, Side::Receiver},
        {UnderReview, Sent, Side::Sender},
        {InfoAsked, Sent, Side::Sender},
        {Completed, Sent, Side::Sender}, // opened again
        {Declined, Sent, Side::Sender},
        {Withdrawn, Sent, Side::Sender},
        {Draft, Sent, Side::Sender},
        {InfoAsked, UnderReview, Side::Sender},
        {Draft, Withdrawn, Side::Sender},
        {Sent, Withdrawn, Side::Sender},
        {UnderReview, Withdrawn, Side::Sender},
        {InfoAsked, Withdrawn, Side::Sender},
        {Accepted, Withdrawn, Side::Sender},
        {Started, Withdrawn, Side::Sender},
    };
    for (const auto from : kAll) {
        for (const auto to : kAll) {
            for (const auto side : {Side::Sender, Side::Receiver}) {
                const auto move = checkMove(from, to, side);
                EXPECT_EQ(move.has_value(), arrows.contains({from, to, side})) << name(from) << " to " << name(to);
                if (!move) {
                    EXPECT_EQ(move.error().code, ErrorCode::WrongState);
                }
            }
        }
    }
}

// A referral cannot go quiet: while it is open somebody is waited for, and that somebody can move it. What has ended waits for nobody;
// its sender alone may open it again.
TEST(ReferralMachine, WhoeverIsWaitedForCanMoveIt) {
    for (const auto state : kAll) {
        EXPECT_EQ(isOpen(state), waitsFor(state) != WaitsFor::Nobody);
        int senders = 0;
        int receivers = 0;
        for (const auto to : kAll) {
            senders += checkMove(state, to, ReferralSide::Sender).has_value() ? 1 : 0;
            receivers += checkMove(state, to, ReferralSide::Receiver).has_value() ? 1 : 0;
        }
        switch (waitsFor(state)) {
        case WaitsFor::Sender:
            EXPECT_GT(senders, 0) << name(state);
            break;
        case WaitsFor::Receiver:
            EXPECT_GT(receivers, 0) << name(state);
            break;
        case WaitsFor::Nobody:
            EXPECT_EQ(receivers, 0) << name(state);
            EXPECT_EQ(senders, 1) << name(state);
            EXPECT_TRUE(checkMove(state, Sent, ReferralSide::Sender)) << name(state);
            break;
        }
    }
}

TEST(ReferralMachine, EveryStateCanStillEnd) {
    std::set<ReferralState> ends;
    for (const auto state : kAll) {
        if (!isOpen(state)) {
            ends.insert(state);
        }
    }
    EXPECT_EQ(ends, (std::set{Completed, Declined, Withdrawn}));
    for (const auto state : kAll) {
        std::set<ReferralState> reached{state};
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const auto from : std::set{reached}) {
                for (const auto to : kAll) {
                    if (checkMove(from, to, ReferralSide::Sender) || checkMove(from, to, ReferralSide::Receiver)) {
                        reached.insert(to);
                    }
                }
            }
        }
        EXPECT_TRUE(reached.contains(Completed) || !isOpen(state)) << name(state);
    }
}

// core/README.md draws it: whom each state waits for, and what either side may make of it.
TEST(ReferralMachine, IsDrawnInTheReadme) {
    const auto moves = [](ReferralState from, ReferralSide side) {
        std::string out;
        for (const auto to : kAll) {
            if (checkMove(from, to, side)) {
                out += (out.empty() ? "" : ", ") + std::string{name(to)};
            }
        }
        return out.empty() ? std::string{"nothing"} : out;
    };
    std::ifstream file(sourceFolder() / "core/README.md");
    std::stringstream text;
    text << file.rdbuf();
    for (const auto state : kAll) {
        if (state == Draft) {
            continue; // never on a record
        }
        const auto waits = waitsFor(state) == WaitsFor::Sender     ? "sender"
                           : waitsFor(state) == WaitsFor::Receiver ? "receiver"
                                                                   : "nobody";
        const std::string row = "| " + std::string{name(state)} + " | " + waits + " | " +
                                moves(state, ReferralSide::Receiver) + " | " + moves(state, ReferralSide::Sender) +
                                " |";
        EXPECT_NE(text.str().find(row), std::string::npos) << "core/README.md should have\n" << row;
    }
}

TEST(ReferralMachine, NamesAreStoredAndReadBack) {
    for (const auto state : kAll) {
        EXPECT_EQ(referralState(name(state)), state);
    }
    EXPECT_EQ(name(UnderReview), "under-review");
    EXPECT_EQ(referralState("of tomorrow"), std::nullopt);
    EXPECT_EQ(referralState(""), std::nullopt);
}

} // namespace
} // namespace frontsheet
