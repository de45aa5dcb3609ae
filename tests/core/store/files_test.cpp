// Attached files on a tablet: there when it is said, sealed always, gone with their record and not coming back.
#include "core/attachments/file_cipher.h"
#include "core/domain/attachment_limits.h"
#include "tests/core/store/decrypted_file.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace frontsheet {
namespace {

namespace fs = std::filesystem;
using attachment_limits::kChunkBytes;
using test::kNurse;
using test::kTrust;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Files : public ::testing::Test {
protected:
    Files() { store().belongsTo({kTrust, kNurse, "community nurse", {}}); }
    DeviceStore& store() { return m_tablet.store(); }
    [[nodiscard]] fs::path folder() const { return fs::path{m_tablet.folder()} / "store" / "files"; }
    [[nodiscard]] std::size_t filesThere() const {
        return fs::exists(folder())
                   ? static_cast<std::size_t>(std::distance(fs::directory_iterator{folder()}, fs::directory_iterator{}))
                   : 0;
    }
    [[nodiscard]] bool liesAnywhere(const std::string& words) const {
        for (const auto& entry : fs::recursive_directory_iterator(m_tablet.folder())) {
            if (entry.is_regular_file()) {
                std::ifstream file(entry.path(), std::ios::binary);
                const std::string bytes{std::istreambuf_iterator<char>(file), {}};
                if (bytes.find(words) != std::string::npos) {
                    return true;
                }
            }
        }
        return false;
    }
    [[nodiscard]] std::vector<std::string> places(const std::string& words) const {
        return test::placesWith(m_tablet.folder(), test::kPassphrase, words);
    }
    [[nodiscard]] Attachment said(const FileShelf::Kept& kept, std::uint64_t size) {
        Attachment a;
        a.address = kept.address;
        a.key = kept.key;
        a.size = size;
        a.byAgency = kTrust;
        a.by = kNurse;
        a.addedAt = m_tablet.clock().now();
        a.name = "wound.jpg";
        return a;
    }
    [[nodiscard]] Record noteWith(const Attachment& file) {
        Record note = m_tablet.note(m_edith, "Left heel");
        putAttachments(note, {file});
        return note;
    }
    void hold(const Record& note) {
        m_tablet.mustApply(m_tablet.page({m_tablet.sent(note)}, test::personScope(m_edith)));
        m_tablet.mustIndex();
    }
    // Written here, taken by its home, and come back from there.
    void attach(const Record& note) {
        const auto creation = m_tablet.creation(note);
        m_tablet.mustSave({creation});
        m_tablet.mustApply(m_tablet.answer(creation.op, IntentOutcome::Applied));
        hold(note);
    }
    [[nodiscard]] SyncStore::Exchange taking() {
        auto exchange = m_tablet.exchange();
        exchange.grants.gone = test::personScopes(m_edith);
        exchange.removal = 77;
        return exchange;
    }

    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();
    const Bytes m_photo = Bytes(kChunkBytes, 'p') + "CANARY-PIXELS" + Bytes(1000, 'q');
};

TEST_F(Files, WhatIsKeptIsSealedAndThereAfterARestart) {
    const auto kept = store().keepFile(m_photo).value();
    const auto note = noteWith(said(kept, m_photo.size()));
    m_tablet.mustSave({m_tablet.creation(note)});
    EXPECT_FALSE(liesAnywhere("CANARY-PIXELS"));
    ASSERT_TRUE(m_tablet.open());
    store().belongsTo({kTrust, kNurse, "community nurse", {}});
    const auto files = store().filesAt(kTrust).value();
    ASSERT_THAT(files, SizeIs(1));
    EXPECT_TRUE(files[0].own && files[0].here && !files[0].sent);
    const auto file = said(kept, m_photo.size());
    EXPECT_EQ(store().plainChunk(file, 0).value() + store().plainChunk(file, 1).value(), m_photo);
    ASSERT_TRUE(store().noteSent(files[0]));
    EXPECT_TRUE(store().filesOf(note.id)->at(0).sent);
}

TEST_F(Files, WhatNobodySavedIsSweptAtTheNextStartAndNotBefore) {
    const auto kept = store().keepFile(m_photo).value();
    hold(m_tablet.note(m_edith, "something else"));
    m_tablet.mustApply(taking());
    EXPECT_EQ(filesThere(), 1U) << "a removal does not take what is being added";
    ASSERT_TRUE(m_tablet.open());
    EXPECT_EQ(filesThere(), 0U);
    EXPECT_FALSE(store().plainChunk(said(kept, m_photo.size()), 0));
}

TEST_F(Files, WhatComesFromItsHomeGoesWithItsRecordKeyAndBytes) {
    FileShelf::Kept kept;
    kept.key = randomFileKey();
    FileSealer sealer{kept.key, m_photo.size()};
    const std::vector<Bytes> chunks{sealer.seal(BytesView{m_photo}.substr(0, kChunkBytes)).value(),
                                    sealer.seal(BytesView{m_photo}.substr(kChunkBytes)).value()};
    kept.address = sealer.address();
    auto file = said(kept, m_photo.size());
    file.by = WorkerId{"W013"};
    const auto note = noteWith(file);
    EXPECT_EQ(store().takeChunk(note.id, kept.address, 0, chunks[0]).error().code, ErrorCode::NotFound)
        << "no record yet";
    hold(note);
    EXPECT_THAT(places(file.key.hex()), Not(IsEmpty())) << "the proof finds the key while it is there";
    EXPECT_EQ(store().takeChunk(note.id, kept.address, 0, chunks[1]).error().code, ErrorCode::Malformed) << "swapped";
    ASSERT_TRUE(store().takeChunk(note.id, kept.address, 0, chunks[0]));
    EXPECT_EQ(store().filesOf(note.id)->at(0).chunksHere, 1U);
    EXPECT_FALSE(store().plainChunk(file, 0)) << "nothing is shown before it is whole";
    ASSERT_TRUE(store().takeChunk(note.id, kept.address, 1, chunks[1]));
    EXPECT_EQ(store().plainChunk(file, 1).value(), BytesView{m_photo}.substr(kChunkBytes));
    EXPECT_EQ(filesThere(), 1U);

    m_tablet.mustApply(taking());
    EXPECT_THAT(places(file.key.hex()), IsEmpty()) << "every page, the free list and the WAL, decrypted";
    EXPECT_EQ(filesThere(), 0U);
    EXPECT_THAT(store().evidence(kTrust, 10)->removed, ElementsAre(77U));
    EXPECT_EQ(store().takeChunk(note.id, kept.address, 0, chunks[0]).error().code, ErrorCode::NotFound)
        << "a chunk that was on its way does not bring it back";
    EXPECT_EQ(filesThere(), 0U);
}

// In the same run of the program: nobody restarts a tablet before their access ends.
TEST_F(Files, WhatWasAddedHereGoesWithItsRecordToo) {
    const auto kept = store().keepFile(m_photo).value();
    const auto note = noteWith(said(kept, m_photo.size()));
    const auto creation = m_tablet.creation(note);
    m_tablet.mustSave({creation});
    m_tablet.mustApply(m_tablet.answer(creation.op, IntentOutcome::Applied));
    hold(note);
    ASSERT_EQ(filesThere(), 1U);
    ASSERT_TRUE(store().noteSent(store().filesOf(note.id)->at(0)));
    m_tablet.mustApply(taking());
    EXPECT_EQ(filesThere(), 0U);
    EXPECT_THAT(store().evidence(kTrust, 10)->removed, ElementsAre(77U)) << "and then it is said that it has";
}

TEST_F(Files, AVersionWithoutTheFileTakesItAway) {
    const auto kept = store().keepFile(m_photo).value();
    const auto file = said(kept, m_photo.size());
    auto note = noteWith(file);
    hold(note);
    ASSERT_TRUE(m_tablet.open());
    ASSERT_EQ(filesThere(), 1U);
    note.fields.erase(contact_note::kFiles.tag);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}));
    EXPECT_THAT(store().filesOf(note.id).value(), IsEmpty());
    EXPECT_EQ(filesThere(), 0U);
    EXPECT_THAT(places(file.key.hex()), IsEmpty());
}

TEST_F(Files, FilesOfOneHomeAreAskedAboutAnewWhenItCameBackFromACopy) {
    const auto kept = store().keepFile(m_photo).value();
    const auto note = noteWith(said(kept, m_photo.size()));
    hold(note);
    ASSERT_TRUE(store().noteSent(store().filesOf(note.id)->at(0)));
    ASSERT_TRUE(store().startOver(kTrust, m_tablet.newId<Epoch>()));
    EXPECT_FALSE(store().filesOf(note.id)->at(0).sent);
}

// The grant goes while her photo is still on its way: what she took is not lost, and nothing on the tablet opens it any more.
TEST_F(Files, OnesOwnThatItsHomeHasNotIsSetAsideAndGoesOutFromThere) {
    const auto kept = store().keepFile(m_photo).value();
    const auto file = said(kept, m_photo.size());
    const auto note = noteWith(file);
    attach(note);
    const std::vector<Bytes> sealed{store().sealedChunk(store().filesOf(note.id)->at(0), 0).value(),
                                    store().sealedChunk(store().filesOf(note.id)->at(0), 1).value()};
    m_tablet.mustApply(taking());
    EXPECT_THAT(places(file.key.hex()), IsEmpty());
    EXPECT_FALSE(store().plainChunk(file, 0)) << "it is hers to send, and no longer to see";
    EXPECT_THAT(store().evidence(kTrust, 10)->removed, ElementsAre(77U)) << "the removal does not wait for it";
    for (int start = 0; start < 2; ++start) {
        const auto left = store().filesAt(kTrust).value();
        ASSERT_THAT(left, SizeIs(1));
        EXPECT_EQ(left[0].record, note.id);
        EXPECT_EQ(left[0].size, m_photo.size());
        EXPECT_TRUE(left[0].own && left[0].here && !left[0].sent);
        EXPECT_EQ(store().sealedChunk(left[0], 0).value(), sealed[0]);
        EXPECT_EQ(store().sealedChunk(left[0], 1).value(), sealed[1]);
        ASSERT_TRUE(m_tablet.open()); // the sweep of a start leaves it
        store().belongsTo({kTrust, kNurse, "community nurse", {}});
    }
    EXPECT_EQ(filesThere(), 0U);
    ASSERT_TRUE(store().noteSent(store().filesAt(kTrust)->at(0)));
    EXPECT_THAT(store().filesAt(kTrust).value(), IsEmpty());
    EXPECT_TRUE(fs::is_empty(fs::path{m_tablet.folder()} / "unsent.files"));
}

// Not only with a whole scope: its home takes one record away, shows no files on it any more, or took the note and shows it to its
// author no further.
TEST_F(Files, HoweverARecordGoesThePhotoThatItsHomeHasNotStays) {
    enum class Way { Alone, WithoutItsFiles, NeverShown, ItsHomeCloses };
    for (const auto way : {Way::Alone, Way::WithoutItsFiles, Way::NeverShown, Way::ItsHomeCloses}) {
        SCOPED_TRACE(static_cast<int>(way));
        const auto kept = store().keepFile(m_photo).value();
        const auto file = said(kept, m_photo.size());
        auto note = noteWith(file);
        if (way == Way::NeverShown) { // no scope is held in which it would come back
            const auto arthur = m_tablet.newId<PersonId>();
            m_tablet.mustApply(
                m_tablet.page({m_tablet.sent(m_tablet.note(arthur, "His own"))}, test::personScope(arthur)));
            const auto creation = m_tablet.creation(note);
            m_tablet.mustSave({creation});
            m_tablet.mustApply(m_tablet.answer(creation.op, IntentOutcome::Applied));
        } else {
            attach(note);
            ASSERT_FALSE(store().filesAt(kTrust)->at(0).aside);
        }
        if (way == Way::Alone) {
            auto page = m_tablet.page({});
            page.pages[0].removed = {note.id};
            m_tablet.mustApply(page);
        } else if (way == Way::WithoutItsFiles) {
            note.fields.erase(contact_note::kFiles.tag);
            m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}));
        } else if (way == Way::ItsHomeCloses) {
            ASSERT_TRUE(store().closeHome(kTrust, 0, SyncStore::HomeClosing::KeepOwnWords));
        }
        EXPECT_THAT(store().filesOf(note.id).value(), IsEmpty());
        EXPECT_THAT(places(file.key.hex()), IsEmpty());
        EXPECT_EQ(filesThere(), 0U);
        const auto left = store().filesAt(kTrust).value();
        ASSERT_THAT(left, SizeIs(1));
        EXPECT_TRUE(left[0].aside && left[0].own && left[0].here);
        EXPECT_EQ(left[0].record, note.id);
        ASSERT_TRUE(store().noteSent(left[0]));
        if (way != Way::ItsHomeCloses) {
            m_tablet.mustApply(taking());
        }
        EXPECT_THAT(store().filesAt(kTrust).value(), IsEmpty());
    }
}

// What the worker takes off, or lets go, is theirs to take.
TEST_F(Files, WhatIsTakenOffByHandIsNotSetAside) {
    const auto kept = store().keepFile(m_photo).value();
    auto note = noteWith(said(kept, m_photo.size()));
    note.fields.put(contact_note::kState, std::string{"draft"});
    attach(note);
    auto before = note;
    before.version.n = 1;
    note.fields.erase(contact_note::kFiles.tag);
    m_tablet.mustSave({m_tablet.edit(before, note)});
    EXPECT_EQ(filesThere(), 0U);
    EXPECT_FALSE(fs::exists(fs::path{m_tablet.folder()} / "unsent.files"));
}

// Refused work keeps its own photo, beside its words, until somebody settles it.
TEST_F(Files, TheFileOfRefusedWorkStaysWithItsWords) {
    const auto kept = store().keepFile(m_photo).value();
    const auto note = noteWith(said(kept, m_photo.size()));
    const auto creation = m_tablet.creation(note);
    m_tablet.mustSave({creation});
    m_tablet.mustApply(m_tablet.answer(creation.op, IntentOutcome::Refused));
    EXPECT_EQ(filesThere(), 1U);
    EXPECT_FALSE(fs::exists(fs::path{m_tablet.folder()} / "unsent.files"));
    ASSERT_TRUE(store().settle(creation.op));
    ASSERT_TRUE(m_tablet.open());
    EXPECT_EQ(filesThere(), 0U);
}

TEST_F(Files, WhatItsHomeHasIsNotSetAside) {
    const auto kept = store().keepFile(m_photo).value();
    const auto note = noteWith(said(kept, m_photo.size()));
    attach(note);
    ASSERT_TRUE(store().noteSent(store().filesOf(note.id)->at(0)));
    m_tablet.mustApply(taking());
    EXPECT_THAT(store().filesAt(kTrust).value(), IsEmpty());
    EXPECT_FALSE(fs::exists(fs::path{m_tablet.folder()} / "unsent.files"));
    EXPECT_EQ(filesThere(), 0U);
}

TEST_F(Files, NothingIsKeptThatIsTooLargeOrEmpty) {
    EXPECT_EQ(store().keepFile("").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(store().keepFile(Bytes(attachment_limits::kMaxFileBytes + 1, 'x')).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(filesThere(), 0U);
}

} // namespace
} // namespace frontsheet
