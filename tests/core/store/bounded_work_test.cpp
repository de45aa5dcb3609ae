// What a screen asks for costs what it shows, however many people are held: counted in records unpacked, not in time.
#include "core/domain/schema/directory.h"
#include "tests/core/store/tablet.h"

#include <map>

namespace frontsheet::test {
namespace {

// The wire's, with a count of the records it unpacks.
class CountingCodec final : public BodyCodec {
public:
    Bytes encode(const FieldSet& fields) const override { return m_codec.encode(fields); }
    Result<FieldSet> decode(BytesView body) const override {
        ++unpacked;
        return m_codec.decode(body);
    }
    std::uint64_t contentHash(const Record& header, BytesView body) const override {
        return m_codec.contentHash(header, body);
    }
    Bytes encodeIntent(const Intent& intent) const override { return m_codec.encodeIntent(intent); }
    Result<Intent> decodeIntent(BytesView bytes) const override { return m_codec.decodeIntent(bytes); }

    mutable std::size_t unpacked = 0;

private:
    wire::WireBodyCodec m_codec;
};

// A tablet of a district with so many people, each with a note, and a directory of forty workers.
class District {
public:
    explicit District(int people) {
        auto made =
            DeviceStore::create(m_maker.folder() + "/district", kPassphrase, {codec, m_maker.clock(), kQuickCost, {}});
        EXPECT_TRUE(made) << describe(made.error());
        m_store = std::move(made).value();
        std::vector<IncomingRecord> identities;
        std::vector<IncomingRecord> notes;
        std::vector<IncomingRecord> workers;
        for (int n = 0; n < people; ++n) {
            const auto person = m_maker.newId<PersonId>();
            identities.push_back(m_maker.sent(m_maker.registration(person, "Marlowe" + std::to_string(n), "Edith")));
            notes.push_back(m_maker.sent(m_maker.note(person, "Tea was made, word" + std::to_string(n))));
        }
        for (int n = 0; n < 40; ++n) {
            Record one = m_maker.record(RecordType::Worker, kTrust, {});
            one.category = Category::Directory;
            one.fields.put(worker::kCode, WorkerId{"W" + std::to_string(n)});
            one.fields.put(worker::kName, "Worker " + std::to_string(n));
            workers.push_back(m_maker.sent(one));
        }
        apply(std::move(identities), Scope::everyone(Category::Identity).name());
        apply(std::move(notes), Scope::everyone(Category::ContactNote).name());
        apply(std::move(workers), Scope::directory().name());
        for (;;) {
            const auto left = store().indexSome(10'000);
            EXPECT_TRUE(left);
            if (!left || *left == 0) {
                return;
            }
        }
    }
    void apply(std::vector<IncomingRecord> records, const std::string& scope = {}) {
        const auto applied = store().apply(kTrust, m_maker.page(std::move(records), scope));
        ASSERT_TRUE(applied) << describe(applied.error());
    }
    [[nodiscard]] DeviceStore& store() { return *m_store; }
    [[nodiscard]] Tablet& maker() { return m_maker; }
    // Records unpacked by what is asked.
    template <class Ask>
    [[nodiscard]] std::size_t costOf(Ask ask) {
        const std::size_t before = codec.unpacked;
        EXPECT_TRUE(ask());
        return codec.unpacked - before;
    }

    CountingCodec codec;

private:
    Tablet m_maker;
    std::unique_ptr<DeviceStore> m_store;
};

constexpr std::size_t kRows = 50;

TEST(BoundedWork, APageOfPeopleUnpacksNothing) {
    for (const int people : {200, 2000}) {
        District district(people);
        EXPECT_EQ(district.costOf([&] {
            const auto page = district.store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 100, kRows);
            return page && page->rows.size() == kRows && page->total == static_cast<std::size_t>(people);
        }),
                  0U)
            << people;
    }
}

TEST(BoundedWork, TypingUnpacksNoMoreThanTheNotesItShows) {
    std::map<int, std::size_t> ofNames;
    std::map<int, std::size_t> ofNotes;
    for (const int people : {200, 2000}) {
        District district(people);
        ofNames[people] = district.costOf([&] { return district.store().search("m", kRows).has_value(); });
        ofNotes[people] = district.costOf([&] {
            const auto found = district.store().search("tea", kRows);
            return found && found->size() == kRows;
        });
        EXPECT_EQ(ofNames[people], 0U) << "a name is found in the list";
        EXPECT_LE(ofNotes[people], kRows);
    }
    EXPECT_EQ(ofNotes[200], ofNotes[2000]) << "ten times the people, the same work";
}

TEST(BoundedWork, TheDirectoryIsReadOnceUntilSomethingIsWritten) {
    District district(10);
    const auto read = [&] { return district.store().ofType(RecordType::Worker, 20'000); };
    EXPECT_EQ(district.costOf([&] { return read()->size() == 40; }), 40U);
    EXPECT_EQ(district.costOf([&] { return read()->size() == 40; }), 0U) << "every page asks for it";
    Record moved = district.maker().record(RecordType::Worker, kTrust, {});
    moved.category = Category::Directory;
    moved.fields.put(worker::kCode, WorkerId{"W99"});
    district.apply({district.maker().sent(moved)});
    const auto after = read();
    ASSERT_TRUE(after);
    EXPECT_EQ(after->size(), 41U) << "what an exchange brings is there at once";
    EXPECT_EQ(district.store().ofType(RecordType::Worker, 7)->size(), 7U);
}

} // namespace
} // namespace frontsheet::test
