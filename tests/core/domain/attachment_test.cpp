// What is said of an attached file: read back as written, added in one's own name alone, fixed with the note it stands on.
#include "core/domain/attachment.h"
#include "core/domain/attachment_limits.h"
#include "core/domain/canonical.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "tests/core/domain/rules_fixture.h"

#include <rapidcheck.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;
namespace limits = attachment_limits;

template <class Bits>
Bits bits(std::uint8_t with) {
    Bits out;
    out.bytes.fill(with);
    return out;
}

class Attachments : public RulesFixture {
protected:
    [[nodiscard]] Attachment photo(std::uint8_t number, const Principal& by) const {
        Attachment a;
        a.address = bits<FileAddress>(number);
        a.key = bits<FileKey>(static_cast<std::uint8_t>(0x80 + number));
        a.as = AttachedAs::Photo;
        a.media = MediaType::Jpeg;
        a.size = 300'000;
        a.byAgency = by.agency;
        a.by = by.worker;
        a.addedAt = now;
        a.name = "wound.jpg";
        a.description = "Left heel, dressing off";
        return a;
    }
    [[nodiscard]] Record draft() {
        FieldSet f;
        f.put(contact_note::kText, "Dressing changed"s);
        f.put(contact_note::kState, "draft"s);
        f.put(contact_note::kKind, "visit"s);
        f.put(contact_note::kAuthor, nurse.worker);
        return taken(nurse, std::nullopt, creation(nurse, RecordType::ContactNote, f));
    }
    [[nodiscard]] Intent with(const Record& record, const std::vector<Attachment>& files) {
        Record after = record;
        putAttachments(after, files);
        return edited(record, [&](FieldSet& f) { f = after.fields; });
    }
};

TEST_F(Attachments, WhatIsSaidOfAFileReadsBackAsWritten) {
    const auto a = photo(1, nurse);
    EXPECT_EQ(attachmentIn(memberOf(a)), a);
    EXPECT_EQ(a.chunks(), 2U);
    EXPECT_EQ(chunksOf(limits::kChunkBytes), 1U);
    EXPECT_EQ(chunksOf(limits::kChunkBytes + 1), 2U);
    auto newer = a;
    newer.rest = "\tof a newer program";
    EXPECT_EQ(attachmentIn(memberOf(newer)), newer) << "kept as it came";
}

TEST_F(Attachments, WhatNoProgramOfOursWroteDoesNotRead) {
    const auto spoilt = [&](auto spoil) {
        auto a = photo(1, nurse);
        spoil(a);
        return attachmentIn(memberOf(a)).has_value();
    };
    EXPECT_FALSE(spoilt([](Attachment& a) { a.size = 0; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.size = limits::kMaxFileBytes + 1; }));
    EXPECT_TRUE(spoilt([](Attachment& a) { a.size = limits::kMaxFileBytes; })) << "the largest that is taken";
    EXPECT_FALSE(spoilt([](Attachment& a) { a.name = "wound.exe"; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.name = "../wound.jpg"; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.name = "wound\u202Egpj.jpg"; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.description = "two\nlines"; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.description = std::string(limits::kMaxDescriptionBytes + 1, 'x'); }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.key = {}; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.address = {}; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.by = WorkerId{"W 12"}; }));
    EXPECT_FALSE(spoilt([](Attachment& a) { a.as = AttachedAs::Document; })) << "a document is no picture";
    EXPECT_FALSE(spoilt([](Attachment& a) { a.rest = "\t" + std::string(limits::kMaxTextBytes, 'x'); }));
    const auto member = memberOf(photo(1, nurse));
    for (std::size_t cut = 0; cut < member.size(); ++cut) {
        const auto read = attachmentIn(member.substr(0, cut));
        EXPECT_TRUE(!read || memberOf(*read) == member.substr(0, cut)) << cut;
    }
    EXPECT_FALSE(attachmentIn("2" + member.substr(1)));
}

TEST_F(Attachments, ADumpShowsTheFileAndNotItsKey) {
    auto note = draft();
    putAttachments(note, {photo(1, nurse)});
    const auto line = canonicalLine(note);
    EXPECT_NE(line.find(photo(1, nurse).address.hex()), std::string::npos);
    EXPECT_EQ(line.find(photo(1, nurse).key.hex()), std::string::npos);
    note.fields.put(contact_note::kFiles, {"1\t" + std::string(64, 'a') + "\t" + std::string(64, 'b')});
    EXPECT_EQ(canonicalLine(note).find(std::string(64, 'b')), std::string::npos) << "nor of one that does not read";
}

TEST_F(Attachments, WhoAddsAFileIsNamedOnIt) {
    const auto note = draft();
    const auto added = taken(nurse, note, with(note, {photo(1, nurse)}));
    EXPECT_EQ(attachmentsOf(added).size(), 1U);
    EXPECT_EQ(refusal(nurse, note, with(note, {photo(1, colleague)})), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(colleague, note, with(note, {photo(1, colleague)})), ErrorCode::NotPermitted)
        << "a draft is its author's alone";
}

TEST_F(Attachments, AFileMayBeDescribedAnewAndChangedInNothingElse) {
    const auto note = draft();
    const auto added = taken(nurse, note, with(note, {photo(1, nurse)}));
    auto described = photo(1, nurse);
    described.description = "Right heel, dressing off";
    const auto after = taken(nurse, added, with(added, {described}));
    EXPECT_EQ(attachmentsOf(after), std::vector{described});
    for (const auto& change : std::vector<std::function<void(Attachment&)>>{
             [](Attachment& a) { a.key = bits<FileKey>(9); }, [](Attachment& a) { a.size = 5; },
             [](Attachment& a) { a.addedAt = WallTime{1}; }, [](Attachment& a) { a.by = WorkerId{"W999"}; }}) {
        auto other = photo(1, nurse);
        change(other);
        EXPECT_EQ(refusal(nurse, added, with(added, {other})), ErrorCode::NotPermitted);
    }
}

TEST_F(Attachments, ThereIsARoomfulAndEachOnce) {
    const auto note = draft();
    std::vector<Attachment> many;
    for (std::uint8_t i = 1; i <= limits::kMaxPerRecord; ++i) {
        many.push_back(photo(i, nurse));
    }
    EXPECT_TRUE(ask(nurse, note, with(note, many)));
    many.push_back(photo(99, nurse));
    EXPECT_EQ(refusal(nurse, note, with(note, many)), ErrorCode::TooLarge);
    auto twice = photo(1, nurse);
    twice.description = "again";
    EXPECT_EQ(refusal(nurse, note, with(note, {photo(1, nurse), twice})), ErrorCode::Duplicate);
    const auto nonsense = edited(note, [](FieldSet& f) { f.put(contact_note::kFiles, {"wound.jpg"s}); });
    EXPECT_EQ(refusal(nurse, note, nonsense), ErrorCode::Malformed);
}

TEST_F(Attachments, WhatIsSignedKeepsItsFiles) {
    auto note = draft();
    note = taken(nurse, note, with(note, {photo(1, nurse)}));
    note = taken(nurse, note, edited(note, [&](FieldSet& f) {
                     f.put(contact_note::kState, "signed"s);
                     f.put(contact_note::kSignedAt, now);
                 }));
    EXPECT_EQ(refusal(nurse, note, with(note, {})), ErrorCode::Immutable);
    EXPECT_EQ(refusal(nurse, note, with(note, {photo(1, nurse), photo(2, nurse)})), ErrorCode::Immutable);
}

TEST_F(Attachments, WhatIsInErrorShowsNobodyItsFiles) {
    auto note = draft();
    putAttachments(note, {photo(1, nurse)});
    note.fields.put(contact_note::kState, "entered-in-error"s);
    const auto stub = redact(note, decide(nurse, note, {}));
    EXPECT_TRUE(attachmentsOf(stub).empty());
    EXPECT_EQ(stub.fields.find(contact_note::kFiles.tag), nullptr);
}

TEST_F(Attachments, FilesAddedOnTwoDevicesOfOneWorkerAreBothThere) {
    const auto note = draft();
    const auto onTablet = with(note, {photo(1, nurse)});
    const auto onLaptop = with(note, {photo(2, nurse)});
    const auto first = taken(nurse, note, onTablet);
    const auto both = taken(nurse, first, onLaptop);
    EXPECT_EQ(attachmentsOf(both).size(), 2U);
}

TEST_F(Attachments, ANewerProgramsFilesStayWhereTheyAre) {
    auto note = draft();
    const std::string newer = "2\tof another shape";
    note.fields.put(contact_note::kFiles, {newer});
    putAttachments(note, {photo(1, nurse)});
    EXPECT_EQ(note.fields.get(contact_note::kFiles).size(), 2U);
    putAttachments(note, {});
    EXPECT_EQ(note.fields.get(contact_note::kFiles), std::vector{newer});
}

TEST_F(Attachments, OnlyWhatSaysSoTakesFiles) {
    Record registration;
    registration.type = RecordType::Registration;
    putAttachments(registration, {photo(1, nurse)});
    EXPECT_TRUE(registration.fields.empty());
    EXPECT_NE(filesFieldOf(RecordType::Referral), nullptr);
    EXPECT_EQ(filesFieldOf(RecordType::Placement), nullptr);
}

TEST(FileNames, AreFitToShowAndToSaveUnder) {
    const auto cleaned = [](std::string_view name) { return cleanedFileName(name, MediaType::Jpeg); };
    EXPECT_EQ(cleaned("C:\\Users\\nurse\\IMG_0001.JPG"), "IMG_0001.jpg");
    EXPECT_EQ(cleaned("../../etc/passwd"), "passwd.jpg");
    EXPECT_EQ(cleaned("wound.jpeg"), "wound.jpg");
    EXPECT_EQ(cleaned("invoice\u202Egpj.exe"), "invoicegpj.exe.jpg") << "what looked like exe.jpg is";
    EXPECT_EQ(cleaned(" .hidden "), "hidden.jpg");
    EXPECT_EQ(cleaned("\n\t"), "file.jpg");
    EXPECT_EQ(cleaned(""), "file.jpg");
    EXPECT_EQ(cleaned("a<b>:c?.jpg"), "a_b__c_.jpg");
    EXPECT_EQ(cleaned(std::string(400, 'x')).size(), limits::kMaxNameBytes);
}

TEST(FileNames, WhatIsCleanedOnceIsClean) {
    EXPECT_TRUE(rc::check("cleaning changes nothing that is clean", [] {
        const auto name =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"aé. /\\\t\xE2\x80\xAE:jpg\xFF"}));
        for (const auto media : {MediaType::Jpeg, MediaType::Png, MediaType::Pdf}) {
            const auto once = cleanedFileName(name, media);
            RC_ASSERT(once == cleanedFileName(once, media));
            RC_ASSERT(once.size() <= limits::kMaxNameBytes);
        }
    }));
}

TEST(FileKinds, AreKnownByWhatIsInThem) {
    EXPECT_EQ(mediaTypeOf("\xFF\xD8\xFF\xE0"), MediaType::Jpeg);
    EXPECT_EQ(mediaTypeOf("%PDF-1.7\n"), MediaType::Pdf);
    EXPECT_EQ(mediaTypeOf(BytesView{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16}), MediaType::Png);
    for (const auto* other : {"", "GIF89a", "<svg", "MZ", "PK\x03\x04", " %PDF-1.7", "%PDF-9", "\x89PNG"}) {
        EXPECT_EQ(mediaTypeOf(other), std::nullopt) << other;
    }
}

} // namespace
} // namespace frontsheet
