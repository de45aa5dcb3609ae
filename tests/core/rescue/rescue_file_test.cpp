// Unsent work sealed for the agency: it opens there, whole, and nowhere else.
#include "core/base/id_source.h"
#include "core/domain/schema/contact_note.h"
#include "core/rescue/rescue_file.h"
#include "sync/wire/body_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

namespace frontsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Bytes fromHex(std::string_view hex) {
    Bytes out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        out.push_back(static_cast<char>(std::stoi(std::string{hex.substr(i, 2)}, nullptr, 16)));
    }
    return out;
}
RescueBytes bytesOf(std::string_view hex) {
    RescueBytes out{};
    const Bytes raw = fromHex(hex);
    std::copy(raw.begin(), raw.end(), out.begin());
    return out;
}

class RescueFile : public ::testing::Test {
protected:
    static void SetUpTestSuite() { ASSERT_GE(sodium_init(), 0); }

    wire::WireBodyCodec m_codec;
    SeededIdSource m_ids{84};
    RescueSecret m_agencys = RescueSecret::random();

    RescueContents contents(const std::string& words) {
        RescueContents out;
        out.author = {AgencyId{"community_trust"}, WorkerId{"W012"}, "community nurse", m_ids.random<DeviceId>()};
        out.sealedAt = WallTime{1'795'424'400'000};
        for (const auto* home : {"community_trust", "council"}) {
            Intent intent;
            intent.op = m_ids.random<OpId>();
            intent.record = m_ids.random<RecordId>();
            intent.type = RecordType::ContactNote;
            intent.home = AgencyId{home};
            intent.person = m_ids.random<PersonId>();
            intent.category = Category::ContactNote;
            intent.edits = {{contact_note::kText.tag, std::nullopt, Value{words}}};
            intent.occurredAt = WallTime{1'795'424'300'000};
            out.intents.push_back({WallTime{1'795'424'300'001}, intent});
        }
        return out;
    }
    Bytes sealed(const RescueContents& what) {
        return rescue_file::sealed(what, m_agencys.publicKey(), m_codec).value_or(Bytes{});
    }
    ErrorCode refusal(BytesView file) {
        const auto opened = rescue_file::opened(file, m_agencys, m_codec);
        return opened ? ErrorCode{} : opened.error().code;
    }
};

TEST_F(RescueFile, OpensAtTheAgencyAsItWasWritten) {
    const auto written = contents("She would not let me in");
    const auto opened = rescue_file::opened(sealed(written), m_agencys, m_codec);
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_EQ(*opened, written);
}

TEST_F(RescueFile, SaysNothingOfWhatIsInItOrWhose) {
    const Bytes file = sealed(contents("canary-of-the-stairs"));
    for (const auto* plain : {"canary-of-the-stairs", "W012", "community_trust", "council", "nurse"}) {
        EXPECT_THAT(file, Not(HasSubstr(plain)));
    }
    EXPECT_NE(file, sealed(contents("canary-of-the-stairs")));
}

TEST_F(RescueFile, OfAnotherAgencyIsToldApartFromADamagedOne) {
    const auto what = contents("words");
    EXPECT_EQ(refusal(*rescue_file::sealed(what, RescueSecret::random().publicKey(), m_codec)), ErrorCode::WrongTenant);
    const Bytes whole = sealed(what);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto code = refusal(BytesView{whole}.substr(0, length));
        EXPECT_EQ(code, ErrorCode::Truncated) << length;
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        Bytes damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        const auto code = refusal(damaged);
        EXPECT_TRUE(code == ErrorCode::Malformed || code == ErrorCode::Unsupported || code == ErrorCode::Truncated)
            << at << " " << name(code);
    }
    EXPECT_EQ(refusal(whole + "x"), ErrorCode::Malformed);
    Bytes later = whole;
    later[8] = 2;
    EXPECT_EQ(refusal(later), ErrorCode::Unsupported);
    EXPECT_EQ(refusal("<html>sign in to the network</html>"), ErrorCode::Malformed);
}

TEST_F(RescueFile, WhatAnybodyCouldSealIsCheckedAsIfHostile) {
    // Whoever has the public key can make the box; the sum is theirs to compute too.
    const auto made = RescueSecret::random();
    Bytes many(2 + 4, '\0');
    for (const Bytes& inside : {Bytes{}, Bytes{"short"}, Bytes(200, '\xff'), Bytes(200, '\0'), many}) {
        const auto file = rescue_file::sealedWith(inside, m_agencys.publicKey(), made);
        EXPECT_EQ(refusal(file), ErrorCode::Malformed) << inside.size();
    }
}

TEST_F(RescueFile, NothingStandsBehindWhatIsInIt) {
    const auto text = [](const std::string& words) { // its length before it, in four bytes
        return std::string(1, static_cast<char>(words.size())) + std::string(3, '\0') + words;
    };
    const Bytes none = text("community_trust") + text("W012") + text("community nurse") + Bytes(16, '\x21') +
                       Bytes(8, '\x01') + Bytes(4, '\0');
    const auto made = RescueSecret::random();
    const auto opened =
        rescue_file::opened(rescue_file::sealedWith(none, m_agencys.publicKey(), made), m_agencys, m_codec);
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_EQ(opened->author.worker, WorkerId{"W012"});
    EXPECT_EQ(refusal(rescue_file::sealedWith(none + "x", m_agencys.publicKey(), made)), ErrorCode::Malformed);
}

TEST_F(RescueFile, WhatCouldNotBeOpenedAgainIsNotSealed) {
    auto what = contents("one of very many");
    what.intents.resize(rescue_file::kMaxIntents + 1, what.intents.front());
    const auto refused = rescue_file::sealed(what, m_agencys.publicKey(), m_codec);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::TooLarge);
    what.intents.pop_back();
    const auto most = rescue_file::opened(sealed(what), m_agencys, m_codec);
    ASSERT_TRUE(most) << describe(most.error());
    EXPECT_EQ(most->intents.size(), rescue_file::kMaxIntents);
}

// Worked out apart from libsodium: X25519, HSalsa20, XSalsa20-Poly1305, BLAKE2b and SHA-256 by other programs. The agency's
// secret is the bytes 33 to 64, the one made for the file 1 to 32.
TEST_F(RescueFile, HasTheBytesOfItsFormat) {
    RescueBytes made{};
    RescueBytes agencys{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i] = static_cast<std::uint8_t>(i + 1);
        agencys[i] = static_cast<std::uint8_t>(i + 33);
    }
    const RescueSecret agency{agencys};
    EXPECT_EQ(agency.publicKey().bytes, bytesOf("5869aff450549732cbaaed5e5df9b30a6da31cb0e5742bad5ad4a1a768f1a67b"));
    EXPECT_EQ(rescue_file::sealedWith("known words", agency.publicKey(), RescueSecret{made}),
              fromHex("4653524553430d0a01002db5062f15fd04d13b000000"
                      "07a37cbc142093c8b755dc1b10e86cb426374ad16aa853ed0bdfc0b2b86d1c7c"
                      "703fe168a19386e9bb67f568add8b4a096118600ddfd39bcde5080"
                      "4e02f31680b66cf843b8c8cf0aca6ec1a154e01540f084bc60abf60050e09599"));
    // What comes from elsewhere opens here, as far as its contents: these are none.
    const auto opened = rescue_file::opened(
        rescue_file::sealedWith("known words", agency.publicKey(), RescueSecret{made}), agency, m_codec);
    EXPECT_EQ(opened.error().context, "contents of a rescue file");
}

TEST_F(RescueFile, NeedsBothShares) {
    const auto shares = m_agencys.split();
    const auto again = RescueSecret::joined(shares.one, shares.two);
    EXPECT_EQ(again.bytes(), m_agencys.bytes());
    EXPECT_EQ(again.publicKey(), m_agencys.publicKey());
    EXPECT_NE(shares.two.bytes(), m_agencys.bytes());
    const auto others = m_agencys.split();
    EXPECT_NE(others.one.bytes(), shares.one.bytes());
    EXPECT_NE(RescueSecret::joined(shares.one, others.two).bytes(), m_agencys.bytes());
}

TEST_F(RescueFile, AKeyOnTheWireIsChecked) {
    EXPECT_EQ(RescuePublicKey::of(m_agencys.publicKey().raw())->bytes, m_agencys.publicKey().bytes);
    for (const Bytes& wrong : {Bytes{}, Bytes(31, 'k'), Bytes(33, 'k'), Bytes(32, '\0')}) {
        EXPECT_EQ(RescuePublicKey::of(wrong).error().code, ErrorCode::Malformed);
    }
}

} // namespace
} // namespace frontsheet
