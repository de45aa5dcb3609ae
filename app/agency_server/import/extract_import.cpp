#include "app/agency_server/import/extract_import.h"

#include "app/agency_server/import/derived_ids.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <unordered_set>

namespace frontsheet {

namespace {

class LedgerSink final : public extract::ImportSink {
public:
    LedgerSink(LedgerUpsert& upsert, const extract::Mapping& mapping) : m_upsert(upsert) {
        for (const auto& rule : mapping.records()) {
            m_spoken[rule.type] = rule.tags();
        }
    }

    Result<void> take(extract::ImportedRecord imported) override {
        m_taken.insert(imported.record.id);
        const auto& spoken = m_spoken[imported.record.type];
        return m_upsert.add(std::move(imported.record), spoken);
    }
    [[nodiscard]] const std::unordered_set<RecordId>& taken() const { return m_taken; }

private:
    LedgerUpsert& m_upsert;
    std::map<RecordType, std::vector<FieldTag>> m_spoken;
    std::unordered_set<RecordId> m_taken;
};

std::string noteKey(const std::string& mapping) { return "import " + mapping; }

Result<std::uint64_t> countVanished(Ledger& ledger, const std::string& key, const std::unordered_set<RecordId>& taken) {
    FS_ASSIGN(const auto reads, ledger.read());
    FS_ASSIGN(const auto before, reads->note(key));
    std::uint64_t vanished = 0;
    const Bytes none;
    const Bytes& ids = before ? *before : none;
    for (std::size_t at = 0; at + 16 <= ids.size(); at += 16) {
        FS_ASSIGN(const auto id, RecordId::fromRaw(BytesView{ids}.substr(at, 16)));
        vanished += taken.contains(id) ? 0 : 1;
    }
    return vanished;
}

std::chrono::year_month_day dayOf(WallTime now) {
    using namespace std::chrono;
    return {floor<days>(sys_time<milliseconds>{milliseconds{now.ms}})};
}

} // namespace

Result<ExtractImportResult> importExtract(const ExtractImport& what, Ledger& ledger, const Clock& clock) {
    FS_ASSIGN(auto mapping, extract::Mapping::parse(what.mappingText));
    std::ifstream file{what.file, std::ios::binary};
    if (!file) {
        return {ErrorCode::NotFound, what.file.string()};
    }
    std::error_code failed;
    const auto size = std::filesystem::file_size(what.file, failed);
    extract::ImportOptions options;
    options.agency = what.agency;
    options.today = dayOf(clock.now());
    options.bytesTotal = failed ? 0 : size;
    options.derive = {derivedRecordId, derivedPersonId};
    options.progress = what.progress;
    LedgerUpsert upsert{ledger, clock};
    LedgerSink sink{upsert, mapping};
    ExtractImportResult result;
    const std::string key = noteKey(mapping.name());
    FS_ASSIGN(result.summary, extract::runImport(std::move(mapping), file, options, sink, what.report));
    FS_TRY(upsert.flush());
    result.upserts = upsert.counts();
    FS_ASSIGN(result.vanished, countVanished(ledger, key, sink.taken()));
    std::vector<RecordId> ids(sink.taken().begin(), sink.taken().end());
    std::sort(ids.begin(), ids.end());
    Bytes packed;
    for (const auto& id : ids) {
        packed += id.view();
    }
    FS_TRY(ledger.write(WriteKind::Other, [&](LedgerWrites& writes) { return writes.keepNote(key, packed); }));
    return result;
}

} // namespace frontsheet
