#include "core/base/id_source.h"
#include "core/domain/schema/contact_note.h"
#include "sync/wire/evidence_codec.h"
#include "sync/wire/wire_limits.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

const AgencyId kCouncil{"council"};

EvidenceQuestion aboutEdith() {
    SeededIdSource ids{3};
    EvidenceAsk ask;
    ask.person = ids.random<PersonId>();
    ask.from = WallTime{1'795'000'000'000};
    ask.until = WallTime{1'795'248'000'000};
    ask.asOf = 912;
    ask.offset = 200;
    return {kCouncil, ask};
}

EvidencePage answer() {
    SeededIdSource ids{4};
    EvidencePage page;
    EvidenceRow release;
    release.entry = 911;
    release.kind = EvidenceKind::Released;
    release.at = WallTime{1'795'248'000'000};
    release.agency = AgencyId{"trust"};
    release.worker = WorkerId{"W012"};
    release.role = "community nurse";
    release.device = ids.random<DeviceId>();
    release.reason = "care-team";
    release.clause = "saltmarsh/3/CT1";
    release.purpose = "direct-care";
    release.fields = "all";
    release.deliveredAt = WallTime{1'795'248'100'000};
    release.recordCount = 61;
    release.records = {{ids.random<RecordId>(), RecordType::ContactNote, Category::ContactNote, HomeVersion{2}}};
    EvidenceRow reading;
    reading.entry = 900;
    reading.kind = EvidenceKind::Read;
    reading.at = WallTime{1'795'247'000'000};
    reading.agency = kCouncil;
    reading.worker = WorkerId{"A07"};
    reading.how = ReadingHow::Printed;
    reading.readAt = WallTime{1'795'246'000'000};
    reading.person = ids.random<PersonId>();
    page.rows = {release, reading};
    page.devices = {{ids.random<DeviceId>(), AgencyId{"trust"}, WorkerId{"W012"}, DeviceStanding::Asked,
                     WallTime{1'795'000'000'000}, WallTime{1'795'200'000'000}, WallTime{}, 1}};
    EvidenceHolding holding;
    holding.record.id = ids.random<RecordId>();
    holding.record.type = RecordType::ContactNote;
    holding.record.home = kCouncil;
    holding.record.person = ids.random<PersonId>();
    holding.record.category = Category::ContactNote;
    holding.record.version = HomeVersion{2};
    holding.record.authorAgency = kCouncil;
    holding.record.author = WorkerId{"A07"};
    holding.record.fields.put(contact_note::kText, std::string{"At home, cheerful."});
    holding.mayRead = true;
    page.holdings = {holding};
    page.rowsInAll = 402;
    page.olderLeft = 7;
    page.asOf = 912;
    page.next = 200;
    page.serverTime = WallTime{1'795'248'200'000};
    page.log = {913, 880, WallTime{1'795'240'000'000}, 1, "entry 17 was altered"};
    return page;
}

TEST(EvidenceCodec, AQuestionComesBackAsItWent) {
    EXPECT_EQ(decodeEvidenceAsk(encode(aboutEdith()), kCouncil).value(), aboutEdith());
    EvidenceQuestion worker{kCouncil, {}};
    worker.ask.view = EvidenceView::Worker;
    worker.ask.workerAgency = AgencyId{"trust"};
    worker.ask.worker = WorkerId{"W012"};
    EXPECT_EQ(decodeEvidenceAsk(encode(worker), kCouncil).value(), worker);
}

TEST(EvidenceCodec, AnAnswerComesBackAsItWent) {
    const auto page = answer();
    const auto back = decodeEvidencePage(encode(kCouncil, page), kCouncil).value();
    EXPECT_EQ(back, page);
}

TEST(EvidenceCodec, AQuestionForAnotherAgencyAboutNobodyOrOfAnUnknownKindIsRefused) {
    EXPECT_EQ(decodeEvidenceAsk(encode(aboutEdith()), AgencyId{"trust"}).error().code, ErrorCode::WrongTenant);
    auto nobody = aboutEdith();
    nobody.ask.person = {};
    EXPECT_EQ(decodeEvidenceAsk(encode(nobody), kCouncil).error().code, ErrorCode::Malformed);
    auto noWorker = aboutEdith();
    noWorker.ask.view = EvidenceView::Worker;
    EXPECT_EQ(decodeEvidenceAsk(encode(noWorker), kCouncil).error().code, ErrorCode::Malformed);
    for (const int view : {0, 6, 200}) {
        auto newer = aboutEdith();
        newer.ask.view = static_cast<EvidenceView>(view);
        EXPECT_EQ(decodeEvidenceAsk(encode(newer), kCouncil).error().code, ErrorCode::Malformed) << view;
    }
    EXPECT_EQ(decodeEvidenceAsk({}, kCouncil).error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeEvidenceAsk(Bytes(kMaxEvidenceAsk + 1, '\n'), kCouncil).error().code, ErrorCode::TooLarge);
    auto code = aboutEdith();
    code.ask.worker = WorkerId{"not a code \n"};
    EXPECT_FALSE(decodeEvidenceAsk(encode(code), kCouncil));
}

TEST(EvidenceCodec, MoreRowsThanAPageHasAreRefusedBeforeTheyTakeMemory) {
    auto page = answer();
    page.rows.resize(kMaxEvidenceRows + 2);
    EXPECT_EQ(decodeEvidencePage(encode(kCouncil, page), kCouncil).error().code, ErrorCode::TooLarge);
    page = answer();
    page.rows[0].words.assign(kMaxEvidenceText + 1, 'x');
    EXPECT_EQ(decodeEvidencePage(encode(kCouncil, page), kCouncil).error().code, ErrorCode::TooLarge);
    page = answer();
    page.rows[0].role = "\xff";
    EXPECT_EQ(decodeEvidencePage(encode(kCouncil, page), kCouncil).error().code, ErrorCode::NotText);
}

TEST(EvidenceCodec, CutAnywhereItIsRefusedOrShorterAndNeverMore) {
    const auto whole = encode(kCouncil, answer());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        if (const auto page = decodeEvidencePage(BytesView{whole}.substr(0, size), kCouncil)) {
            EXPECT_LE(page->rows.size() + page->devices.size() + page->holdings.size(), 4U);
        }
    }
}

} // namespace
} // namespace frontsheet::wire
