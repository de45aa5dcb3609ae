// An attached file at its home: who brings it, who gets it, and what whoever tries to get at it without that gets.
#include "core/attachments/file_cipher.h"
#include "core/attachments/file_folder.h"
#include "core/domain/attachment_limits.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "sync/server/disclosure/disclosure_entry.h"
#include "sync/server/files/file_room.h"
#include "sync/server/limits.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

#include <fstream>

namespace frontsheet::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const AgencyId kTrust{"trust"};
using attachment_limits::kChunkBytes;

struct SealedFile {
    Attachment said;
    std::vector<Bytes> chunks;
};

class Files : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        keep();
        edith = newPerson();
        membership = nurse().joins(edith, assessor().who);
        nurse().sync({nurse().registers(edith, "Wood"), membership});
        photo = sealed(nurse().who, std::size_t{kChunkBytes} * 5 + 100);
        note = nurse().writesNote(edith, "Left heel, dressing off");
        note.edits.push_back(filesEdit({photo.said}));
        nurse().sync({note});
        assessor().sync();
    }

protected:
    void keep() { ASSERT_TRUE(server->keepFilesOf(kTrust, folder.file("files"))); }
    Device& nurse() { return at("trust", "W012", "community nurse"); }
    Device& colleague() { return at("trust", "W013", "community nurse"); }
    Device& assessor() { return at("council", "W001", "social work assessor"); }
    Device& stranger() { return at("housing", "W028", "housing officer"); }

    SealedFile sealed(const Principal& by, std::size_t size) {
        SealedFile file;
        auto& a = file.said;
        a.key = randomFileKey();
        a.size = size;
        a.byAgency = by.agency;
        a.by = by.worker;
        a.addedAt = clock.now();
        a.name = "wound.jpg";
        FileSealer sealer{a.key, size};
        for (std::uint32_t i = 0; i < chunksOf(size); ++i) {
            file.chunks.push_back(
                sealer.seal(Bytes(sealedChunkBytes(size, i) - kSealBytes, static_cast<char>('a' + i))).value());
        }
        a.address = sealer.address();
        return file;
    }
    static FieldEdit filesEdit(const std::vector<Attachment>& files) {
        Record record;
        record.type = RecordType::ContactNote;
        putAttachments(record, files);
        return {contact_note::kFiles.tag, std::nullopt, *record.fields.find(contact_note::kFiles.tag)};
    }

    Response post(const Caller& caller, Verb verb, const Bytes& message, const AgencyId& path = kTrust) {
        return server->handle({path, verb, caller, wire::pack(message)});
    }
    static Error refusalIn(const Response& response) {
        const auto bytes = wire::unpack(response.body, wire::kMaxRefusalBytes);
        return {wire::decodeRefusal(bytes.value_or(Bytes{}))->code, "refused"};
    }
    Result<wire::FilePartReply> puts(const Caller& by, const RecordId& record, const FileAddress& address,
                                     std::uint32_t chunk, const Bytes& data) {
        const auto response =
            post(by, Verb::FilesPut, wire::encode(wire::FilePart{kTrust, record, address, chunk, data}));
        if (response.status != 200) {
            return refusalIn(response);
        }
        return wire::decodeFilePartReply(wire::unpack(response.body, wire::kMaxFilePartReply).value(), kTrust);
    }
    Result<wire::FilePartReply> puts(Device& by, std::uint32_t chunk, const Bytes& data) {
        return puts(callerOf(by.who), note.record, photo.said.address, chunk, data);
    }
    void bringAll() {
        for (std::uint32_t i = 0; i < photo.chunks.size(); ++i) {
            const auto reply = puts(nurse(), i, photo.chunks[i]);
            ASSERT_TRUE(reply) << describe(reply.error());
            EXPECT_EQ(reply->have, i + 1);
            EXPECT_EQ(reply->whole, i + 1 == photo.chunks.size());
        }
    }
    void bringTheRest() {
        for (auto at = puts(nurse(), 0, "")->have; at < photo.chunks.size(); ++at) {
            ASSERT_TRUE(puts(nurse(), at, photo.chunks[at]));
        }
    }
    Result<std::vector<Bytes>> gets(Device& by, const RecordId& record, const FileAddress& address,
                                    std::uint32_t first = 0, std::uint32_t most = 0) {
        const auto response =
            post(callerOf(by.who), Verb::FilesGet, wire::encode(wire::FileAsk{kTrust, record, address, first, most}));
        if (response.status != 200) {
            return refusalIn(response);
        }
        return wire::decodeFileChunks(wire::unpack(response.body, wire::kMaxFileChunks).value(), kTrust);
    }
    ErrorCode refused(Device& by, const RecordId& record, const FileAddress& address, std::uint32_t first = 0) {
        const auto got = gets(by, record, address, first);
        return got ? ErrorCode{} : got.error().code;
    }
    ErrorCode refused(const Result<wire::FilePartReply>& reply) { return reply ? ErrorCode{} : reply.error().code; }
    // Releases of the file in the log, to that worker.
    std::size_t logged(const Principal& who) {
        std::size_t count = 0;
        const auto reads = server->ledgerOf(kTrust)->read();
        EXPECT_TRUE((*reads)->disclosures().entries(1, [&](const auto& stored) -> Result<Walk> {
            FS_ASSIGN(const auto entry, disclosure::decode(stored.bytes));
            const auto* release = std::get_if<disclosure::Release>(&entry.what);
            if (release != nullptr && release->who.worker == who.worker &&
                release->scope == "file:" + photo.said.address.hex()) {
                EXPECT_EQ(release->parts.at(0).records.at(0).record, note.record);
                EXPECT_EQ(release->parts[0].records[0].person, edith) << "so that it stands in her log";
                EXPECT_EQ(release->parts[0].terms.fields, "files");
                EXPECT_FALSE(release->parts[0].terms.reason.empty());
                ++count;
            }
            return Walk::On;
        }));
        return count;
    }
    // After the files' own times, which the file system says.
    void daysLater() {
        clock.set(WallTime{
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count() +
            48LL * 3600 * 1000});
    }
    [[nodiscard]] std::size_t filesThere() { return FileFolder{folder.file("files")}.entries()->size(); }
    void revoke(const Device& device) {
        ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return writes.revoke(device.who.agency, device.who.device, clock.now());
        }));
    }

    PersonId edith;
    Intent membership;
    Intent note;
    SealedFile photo;

private:
    Device& at(const char* agency, const char* worker, const char* role) {
        const auto found = m_devices.find(worker);
        return found != m_devices.end()
                   ? found->second
                   : m_devices.emplace(worker, device(agency, worker, "trust", role)).first->second;
    }
    std::map<std::string, Device> m_devices;
};

TEST_F(Files, APhotoReachesWhoMayReadTheNoteAndIsLoggedFirst) {
    EXPECT_THAT(gets(assessor(), note.record, photo.said.address).value(), IsEmpty())
        << "the note is there before its bytes";
    bringAll();
    EXPECT_EQ(logged(assessor().who), 0U);
    std::vector<Bytes> got;
    while (got.size() < photo.chunks.size()) {
        auto some = gets(assessor(), note.record, photo.said.address, static_cast<std::uint32_t>(got.size()));
        ASSERT_TRUE(some) << describe(some.error());
        std::move(some->begin(), some->end(), std::back_inserter(got));
    }
    EXPECT_EQ(got, photo.chunks) << "as they were received";
    EXPECT_EQ(logged(assessor().who), 1U) << "one release, however many requests";
    clock.advance(std::chrono::hours{2});
    EXPECT_TRUE(gets(assessor(), note.record, photo.said.address, 5));
    EXPECT_EQ(logged(assessor().who), 2U) << "from the middle on too";
    EXPECT_TRUE(gets(colleague(), note.record, photo.said.address));
    EXPECT_EQ(logged(colleague().who), 1U) << "to each";
}

// An hour's download is one release: of one file, on one record, to one worker, and no further.
TEST_F(Files, WhatLooksLikeTheSameFileIsAnotherRelease) {
    bringAll();
    const auto arthur = newPerson();
    auto other = nurse().writesNote(arthur, "The same picture, put on another person's note");
    other.edits.push_back(filesEdit({photo.said}));
    nurse().sync({nurse().registers(arthur, "Penrose"), nurse().joins(arthur, assessor().who), other});
    for (std::uint32_t i = 0; i < photo.chunks.size(); ++i) {
        ASSERT_TRUE(puts(callerOf(nurse().who), other.record, photo.said.address, i, photo.chunks[i]));
    }
    using Logged = std::pair<std::string, RecordId>;
    const auto inTheLog = [this] {
        std::vector<Logged> found;
        const auto reads = server->ledgerOf(kTrust)->read();
        EXPECT_TRUE((*reads)->disclosures().entries(1, [&](const auto& stored) -> Result<Walk> {
            FS_ASSIGN(const auto entry, disclosure::decode(stored.bytes));
            const auto* release = std::get_if<disclosure::Release>(&entry.what);
            if (release != nullptr && release->scope.starts_with("file:")) {
                found.emplace_back(release->who.worker.str(), release->parts.at(0).records.at(0).record);
            }
            return Walk::On;
        }));
        return found;
    };
    const Logged edithsPhoto{"W001", note.record};
    const Logged arthursPhoto{"W001", other.record};
    EXPECT_FALSE(gets(assessor(), note.record, photo.said.address)->empty());
    EXPECT_FALSE(gets(assessor(), other.record, photo.said.address)->empty());
    EXPECT_THAT(inTheLog(), ElementsAre(edithsPhoto, arthursPhoto)) << "what they saw of Arthur stands in his log too";

    // The tablet changes hands within the hour.
    auto handedOn = assessor().who;
    handedOn.worker = WorkerId{"W002"};
    Device next{*this, handedOn, kTrust};
    nurse().sync({nurse().joins(edith, handedOn)});
    EXPECT_TRUE(gets(next, note.record, photo.said.address));
    EXPECT_THAT(inTheLog(), ElementsAre(edithsPhoto, arthursPhoto, Logged("W002", note.record)));

    clock.set(clock.now() + -std::chrono::hours{24 * 300});
    EXPECT_TRUE(gets(assessor(), note.record, photo.said.address));
    EXPECT_THAT(inTheLog(), SizeIs(4)) << "a clock that was set back covers nothing";
}

TEST_F(Files, ABrokenUploadGoesOnWhereItWasAndARepeatChangesNothing) {
    EXPECT_EQ(puts(nurse(), 0, "")->have, 0U);
    EXPECT_EQ(puts(nurse(), 0, photo.chunks[0])->have, 1U);
    EXPECT_EQ(puts(nurse(), 0, photo.chunks[0])->have, 1U) << "replayed";
    EXPECT_EQ(puts(nurse(), 3, photo.chunks[3])->have, 1U) << "out of turn: told where it is";
    restart();
    keep();
    EXPECT_EQ(puts(nurse(), 0, "")->have, 1U);
    bringTheRest();
    EXPECT_EQ(puts(nurse(), 5, photo.chunks[5]).value(), (wire::FilePartReply{6, true})) << "after the end";
}

TEST_F(Files, NobodyElseBringsIt) {
    EXPECT_EQ(refused(puts(assessor(), 0, photo.chunks[0])), ErrorCode::NotFound) << "who may read it";
    EXPECT_EQ(refused(puts(colleague(), 0, photo.chunks[0])), ErrorCode::NotFound);
    EXPECT_EQ(refused(puts(stranger(), 0, photo.chunks[0])), ErrorCode::NotFound);
    auto namesake = device("council", "W012", "trust", "social work assessor");
    EXPECT_EQ(refused(puts(namesake, 0, photo.chunks[0])), ErrorCode::NotFound) << "of the same code elsewhere";
    auto nobody = callerOf(nurse().who);
    nobody.kind = CallerKind::Nobody;
    EXPECT_EQ(refused(puts(nobody, note.record, photo.said.address, 0, photo.chunks[0])),
              ErrorCode::CertificateRejected);
    auto partner = callerOf(nurse().who);
    partner.kind = CallerKind::AgencyServer;
    EXPECT_EQ(refused(puts(partner, note.record, photo.said.address, 0, photo.chunks[0])),
              ErrorCode::CertificateRejected);
    EXPECT_EQ(filesThere(), 0U);
    bringAll();
}

TEST_F(Files, WhatIsNotTheFileIsNotTaken) {
    auto altered = photo.chunks[0];
    altered[1000] = static_cast<char>(altered[1000] ^ 1);
    EXPECT_EQ(refused(puts(nurse(), 0, altered)), ErrorCode::Malformed);
    EXPECT_EQ(refused(puts(nurse(), 0, photo.chunks[1])), ErrorCode::Malformed) << "swapped";
    EXPECT_EQ(refused(puts(nurse(), 0, photo.chunks[0] + "x")), ErrorCode::Malformed) << "over-long";
    EXPECT_EQ(refused(puts(nurse(), 0, photo.chunks[0].substr(0, 100))), ErrorCode::Malformed);
    const auto other = sealed(nurse().who, photo.said.size);
    EXPECT_EQ(refused(puts(nurse(), 0, other.chunks[0])), ErrorCode::Malformed) << "another file's";
    EXPECT_EQ(refused(puts(callerOf(nurse().who), note.record, other.said.address, 0, other.chunks[0])),
              ErrorCode::NotFound)
        << "a file that no record speaks of";
    EXPECT_EQ(filesThere(), 0U);
}

TEST_F(Files, OtherBytesUnderTheRightKeyDoNotHashToTheAddress) {
    FileSealer forger{photo.said.key, photo.said.size};
    for (std::uint32_t i = 0; i < photo.chunks.size(); ++i) {
        const auto forged = forger.seal(Bytes(photo.chunks[i].size() - kSealBytes, 'z')).value();
        const auto reply = puts(nurse(), i, forged);
        if (i + 1 < photo.chunks.size()) {
            ASSERT_TRUE(reply);
        } else {
            EXPECT_EQ(refused(reply), ErrorCode::Malformed);
        }
    }
    EXPECT_EQ(filesThere(), 0U) << "begun anew";
    bringAll();
}

TEST_F(Files, AGuessGetsWhatNothingGets) {
    bringAll();
    FileAddress guessed = photo.said.address;
    guessed.bytes[0] = static_cast<std::uint8_t>(guessed.bytes[0] ^ 1);
    EXPECT_EQ(refused(stranger(), note.record, photo.said.address), ErrorCode::NotFound)
        << "knowing the address helps nobody";
    EXPECT_EQ(refused(stranger(), ids.random<RecordId>(), photo.said.address), ErrorCode::NotFound);
    EXPECT_EQ(refused(assessor(), note.record, guessed), ErrorCode::NotFound);
    EXPECT_EQ(refused(assessor(), membership.record, photo.said.address), ErrorCode::NotFound) << "of another record";
    EXPECT_EQ(logged(stranger().who), 0U);
}

TEST_F(Files, AnAddressOnARecordOfOnesOwnOpensNothing) {
    bringAll();
    // A colleague writes a note that names the file, with its address and a key of their own.
    auto copied = photo.said;
    copied.byAgency = colleague().who.agency;
    copied.by = colleague().who.worker;
    auto mine = colleague().writesNote(edith, "a note of mine");
    mine.edits.push_back(filesEdit({copied}));
    ASSERT_EQ(colleague().sync({mine}).at(0).outcome, IntentOutcome::Applied);
    EXPECT_THAT(gets(colleague(), mine.record, photo.said.address).value(), IsEmpty())
        << "its bytes are of the other note";
}

TEST_F(Files, ARangeIsWithinTheFile) {
    bringAll();
    EXPECT_THAT(gets(assessor(), note.record, photo.said.address, 5, 4).value(), SizeIs(1))
        << "to the end and no further";
    EXPECT_EQ(refused(assessor(), note.record, photo.said.address, 6), ErrorCode::Malformed);
    EXPECT_EQ(refused(assessor(), note.record, photo.said.address, attachment_limits::kMaxChunks),
              ErrorCode::Malformed);
    EXPECT_THAT(gets(assessor(), note.record, photo.said.address, 0, 4'000'000'000U).value(),
                SizeIs(wire::kMaxChunksPerReply));
}

TEST_F(Files, WhatIsNoLongerTheirsIsNoLongerGiven) {
    bringAll();
    ASSERT_TRUE(gets(assessor(), note.record, photo.said.address));
    nurse().sync();
    nurse().sync({nurse().edits(membership.record, {{care_team::kUntil.tag, std::nullopt,
                                                     timeValue(clock.now() + -std::chrono::seconds{1})}})});
    EXPECT_EQ(refused(assessor(), note.record, photo.said.address, 4), ErrorCode::NotFound)
        << "in the middle of a download, with the key at hand";
}

TEST_F(Files, ARestoredHomeGivesThemToItsOwnUntilItIsOpened) {
    bringAll();
    ASSERT_TRUE(server->ledgerOf(kTrust)->write(
        WriteKind::Other, [&](LedgerWrites& writes) { return writes.beginLine(ids.random<Epoch>(), 1); }));
    EXPECT_EQ(refused(assessor(), note.record, photo.said.address), ErrorCode::ServerBusy);
    EXPECT_TRUE(gets(nurse(), note.record, photo.said.address));
    ASSERT_TRUE(
        server->ledgerOf(kTrust)->write(WriteKind::Other, [](LedgerWrites& writes) { return writes.setOpen(); }));
    EXPECT_TRUE(gets(assessor(), note.record, photo.said.address));
}

TEST_F(Files, WhatIsInErrorIsGivenToNobody) {
    bringAll();
    nurse().sync();
    nurse().sync(
        {nurse().edits(note.record, {{contact_note::kState.tag, textValue("signed"), textValue("entered-in-error")},
                                     {contact_note::kErrorReason.tag, std::nullopt, textValue("another person's heel")},
                                     {contact_note::kErrorBy.tag, std::nullopt, textValue("W012")}})});
    assessor().sync();
    EXPECT_TRUE(assessor().fieldsOf(note.record).get(contact_note::kFiles).empty()) << "the key goes with the words";
    EXPECT_EQ(refused(assessor(), note.record, photo.said.address), ErrorCode::NotFound);
    EXPECT_EQ(refused(colleague(), note.record, photo.said.address), ErrorCode::NotFound);
}

TEST_F(Files, ADraftsPhotoIsItsAuthorsAlone) {
    const auto own = sealed(nurse().who, 500);
    auto draft = nurse().writesNote(edith, "not done yet", "draft");
    draft.edits.push_back(filesEdit({own.said}));
    nurse().sync({draft});
    ASSERT_TRUE(puts(callerOf(nurse().who), draft.record, own.said.address, 0, own.chunks[0])->whole);
    EXPECT_THAT(gets(nurse(), draft.record, own.said.address).value(), SizeIs(1));
    EXPECT_EQ(refused(colleague(), draft.record, own.said.address), ErrorCode::NotFound);
    EXPECT_EQ(refused(assessor(), draft.record, own.said.address), ErrorCode::NotFound);
}

TEST_F(Files, WhoIsShutOutGetsNothingAndBringsWhatTheyAddedAlone) {
    bringAll();
    revoke(assessor());
    EXPECT_EQ(refused(assessor(), note.record, photo.said.address), ErrorCode::Revoked);
    const auto late = sealed(nurse().who, 500);
    auto lateNote = nurse().writesNote(edith, "written before she was told");
    lateNote.edits.push_back(filesEdit({late.said}));
    revoke(nurse());
    const auto bringLate = [&] {
        return puts(callerOf(nurse().who), lateNote.record, late.said.address, 0, late.chunks[0]);
    };
    EXPECT_EQ(refused(bringLate()), ErrorCode::NotFound) << "nothing is held yet";
    ASSERT_EQ(nurse().closing({lateNote})->results.at(0).outcome, IntentOutcome::Held);
    EXPECT_TRUE(bringLate()->whole) << "the picture of what is held";
    EXPECT_TRUE(puts(nurse(), 0, "")->whole) << "how far is that of the note that was taken before?";
    revoke(colleague());
    EXPECT_EQ(refused(puts(callerOf(colleague().who), note.record, photo.said.address, 0, "")), ErrorCode::NotFound)
        << "it is not theirs to bring";
    EXPECT_EQ(refused(nurse(), lateNote.record, late.said.address), ErrorCode::Revoked);
    daysLater();
    ASSERT_TRUE(server->tidy());
    EXPECT_EQ(filesThere(), 2U) << "what is held is kept";
}

// A stolen tablet that is shut out knows the key of what its owner's next one is just sending, and the record's name.
TEST_F(Files, WhoIsShutOutCanNeitherSpoilNorHoldUpWhatAnotherDeviceBrings) {
    Device stolen = nurse();
    stolen.who.device = ids.random<DeviceId>();
    revoke(stolen);
    ASSERT_TRUE(puts(nurse(), 0, photo.chunks[0]));
    FileSealer forger{photo.said.key, photo.said.size};
    std::vector<Bytes> forged;
    for (const auto& chunk : photo.chunks) {
        forged.push_back(forger.seal(Bytes(chunk.size() - kSealBytes, 'z')).value());
    }
    EXPECT_EQ(puts(stolen, 1, forged[1])->have, 2U) << "it opens under the key";
    EXPECT_EQ(puts(nurse(), 0, "")->have, 1U) << "and stands in nobody's way";
    bringTheRest();
    EXPECT_TRUE(puts(nurse(), 0, "")->whole);
    EXPECT_EQ(gets(colleague(), note.record, photo.said.address)->at(1), photo.chunks[1]);
    EXPECT_TRUE(puts(stolen, 2, forged[2])->whole) << "there is nothing left to bring";

    // However much it sends and asks, the next tablet's day and minute are its own.
    const auto large = sealed(nurse().who, attachment_limits::kMaxFileBytes);
    auto second = nurse().writesNote(edith, "A scan");
    second.edits.push_back(filesEdit({large.said}));
    nurse().sync({second});
    ErrorCode met{};
    for (std::size_t asks = 0; asks <= server_limits::kLateFileAsksPerMinute && met == ErrorCode{}; ++asks) {
        met = refused(puts(callerOf(stolen.who), second.record, large.said.address, 0, ""));
    }
    EXPECT_EQ(met, ErrorCode::ServerBusy);
    EXPECT_TRUE(puts(callerOf(nurse().who), second.record, large.said.address, 0, large.chunks[0]));
}

// Its own photo, half sent when it was shut out: gone on with where it was, and whole for whoever may see the note.
TEST_F(Files, WhatADeviceHadHalfSentWhenItWasShutOutIsGoneOnWith) {
    ASSERT_TRUE(puts(nurse(), 0, photo.chunks[0]));
    ASSERT_TRUE(puts(nurse(), 1, photo.chunks[1]));
    revoke(nurse());
    EXPECT_EQ(puts(nurse(), 0, "")->have, 2U);
    for (std::uint32_t at = 2; at < photo.chunks.size(); ++at) {
        EXPECT_THAT(gets(colleague(), note.record, photo.said.address).value(), IsEmpty());
        ASSERT_TRUE(puts(nurse(), at, photo.chunks[at]));
    }
    EXPECT_EQ(gets(colleague(), note.record, photo.said.address)->at(5 - 2), photo.chunks[3]);
    EXPECT_EQ(filesThere(), 1U);
    EXPECT_TRUE(FileFolder{folder.file("files-apart")}.entries()->empty()) << "nothing lies there twice";
}

// From a wiped tablet's folder, on a stick: the record says whose it is, and the bytes prove that it is that.
TEST_F(Files, WhatIsBroughtByHandIsTakenWhereARecordNamesItAndIsItself) {
    FileRoom room(folder.file("files"));
    const auto brought = [&](const FileName& name, const Bytes& bytes) {
        const auto path = folder.file("stick");
        std::ofstream(path, std::ios::binary | std::ios::trunc)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return room.takeBrought(**server->ledgerOf(kTrust)->read(), name, path);
    };
    Bytes all;
    for (const auto& chunk : photo.chunks) {
        all += chunk;
    }
    const FileName name{photo.said.address, note.record};
    ASSERT_TRUE(
        puts(nurse(), 0,
             FileSealer{photo.said.key, photo.said.size}.seal(Bytes(photo.chunks[0].size() - kSealBytes, 'z')).value()))
        << "some of it had been sent, and is not good";
    EXPECT_EQ(brought({photo.said.address, ids.timeOrdered<RecordId>(clock.now())}, all).error().code,
              ErrorCode::NotFound);
    auto other = photo.said.address;
    other.bytes[0] ^= 1;
    EXPECT_EQ(brought({other, note.record}, all).error().code, ErrorCode::NotFound);
    auto damaged = all;
    damaged[damaged.size() - 20] = static_cast<char>(damaged[damaged.size() - 20] ^ 1);
    EXPECT_EQ(brought(name, damaged).error().code, ErrorCode::Malformed);
    EXPECT_EQ(brought(name, all.substr(0, all.size() - 1)).error().code, ErrorCode::Malformed);
    EXPECT_FALSE(gets(colleague(), note.record, photo.said.address)->size() > 0);
    EXPECT_TRUE(brought(name, all).value());
    EXPECT_EQ(gets(colleague(), note.record, photo.said.address)->at(0), photo.chunks[0]);
    EXPECT_FALSE(brought(name, all).value()) << "it is here";
}

TEST_F(Files, WhatNoRecordSpeaksOfIsForgottenADayLater) {
    const auto own = sealed(nurse().who, 500);
    auto draft = nurse().writesNote(edith, "not done yet", "draft");
    draft.edits.push_back(filesEdit({own.said}));
    nurse().sync({draft});
    ASSERT_TRUE(puts(callerOf(nurse().who), draft.record, own.said.address, 0, own.chunks[0]));
    bringAll();
    nurse().sync();
    auto without = filesEdit({own.said});
    std::swap(without.before, without.after);
    nurse().sync({nurse().edits(draft.record, {without})});
    ASSERT_TRUE(server->tidy());
    EXPECT_EQ(filesThere(), 2U) << "not at once: a record may be on its way";
    daysLater();
    ASSERT_TRUE(server->tidy());
    EXPECT_EQ(filesThere(), 1U);
    EXPECT_TRUE(FileFolder{folder.file("files")}.isWhole({photo.said.address, note.record}));
}

TEST_F(Files, AnotherAgencysPathLeadsNowhere) {
    bringAll();
    const auto ask = wire::encode(wire::FileAsk{kTrust, note.record, photo.said.address, 0, 0});
    EXPECT_EQ(refusalIn(post(callerOf(assessor().who), Verb::FilesGet, ask, AgencyId{"council"})).code,
              ErrorCode::Unsupported);
    ASSERT_TRUE(server->keepFilesOf(AgencyId{"council"}, folder.file("files")));
    EXPECT_EQ(refusalIn(post(callerOf(assessor().who), Verb::FilesGet, ask, AgencyId{"council"})).code,
              ErrorCode::WrongTenant);
}

} // namespace
} // namespace frontsheet::test
