#include "tests/sim/machines.h"

#include "core/sqlite/tuning.h"
#include "sync/server/embedded/embedded_ledger.h"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace frontsheet::sim {

namespace {

constexpr std::array<std::uint8_t, 32> kLedgerKey{1, 2, 3, 4};
constexpr const char* kLedgerFile = "/home/ledger.db";
constexpr const char* kDeviceFolder = "/device";
constexpr const char* kDeviceFile = "/device/store/store.db";

StoreKey deviceKey() {
    StoreKey key = StoreKey::zero();
    std::fill(key.fill().begin(), key.fill().end(), std::uint8_t{7});
    return key;
}

class PlainIssuer final : public CertificateIssuer {
public:
    Result<IssuedCertificate> issue(BytesView, const Principal& principal, WallTime now) override {
        return IssuedCertificate{"certificate of " + principal.worker.str(), now + std::chrono::hours{24 * 30}};
    }
    std::string authorityPem() const override { return "authority"; }
    Result<Bytes> sign(BytesView statement) override { return "signed " + Bytes{statement}; }
    bool hasSigned(BytesView statement, BytesView signature) const override {
        return signature == "signed " + Bytes{statement};
    }
};

// On a disk that nothing here goes wrong with.
class JournalApart final : public restoring::Journal {
public:
    explicit JournalApart(std::vector<restoring::JournalEntry>& entries) : m_entries(entries) {}
    Result<restoring::JournalHead> append(std::span<const restoring::JournalEntry> entries, std::uint64_t) override {
        m_entries.insert(m_entries.end(), entries.begin(), entries.end());
        return restoring::JournalHead{m_entries.size(), {}};
    }

private:
    std::vector<restoring::JournalEntry>& m_entries;
};

// Empty encrypted stores are made once and copied: making one costs more than a whole day in the life of a device.
const sqlite::MemoryDisk::Image& emptyLedger(const AgencyId& agency) {
    static std::map<AgencyId, sqlite::MemoryDisk::Image> made;
    if (const auto at = made.find(agency); at != made.end()) {
        return at->second;
    }
    sqlite::MemoryDisk disk;
    SeededIdSource ids{shortHash(agency.str())};
    if (!EmbeddedLedger::create(kLedgerFile, kLedgerKey, agency, ids, disk.vfs())) {
        throw std::runtime_error("no ledger can be made");
    }
    return made.emplace(agency, disk.image()).first->second;
}

const sqlite::MemoryDisk::Image& emptyDevice() {
    static const sqlite::MemoryDisk::Image made = [] {
        sqlite::MemoryDisk disk;
        wire::WireBodyCodec codec;
        const WorldTime time;
        const MachineClock clock{time};
        if (!DeviceStore::createWith(deviceKey(), kDeviceFolder, {codec, clock, {}, disk.vfs()})) {
            throw std::runtime_error("no store can be made");
        }
        return disk.image();
    }();
    return made;
}

} // namespace

// HomeNode

HomeNode::HomeNode(const AgencyId& code, const WorldTime& time, IdSource& ids, std::uint64_t seed)
    : agency(code), disk(seed), terms(code), model(code, terms), m_clock(time), m_ids(ids) {
    disk.load(emptyLedger(agency));
}

HomeNode::~HomeNode() { stop(); }

bool HomeNode::start() {
    stop();
    disk.restorePower();
    auto ledger =
        EmbeddedLedger::open(kLedgerFile, kLedgerKey, agency, disk.vfs(), EmbeddedLedger::Writing::ByTheCaller);
    if (!ledger) {
        return false;
    }
    const auto reads = (*ledger)->read();
    const auto head = reads ? (*reads)->head() : Result<LedgerHead>{reads.error()};
    if (!head) {
        return false;
    }
    m_epoch = head->epoch;
    (*ledger)->keepJournal(std::make_unique<JournalApart>(journal));
    m_server = std::make_unique<AgencyServer>(m_clock, m_ids);
    return m_server->host(std::move(*ledger), std::make_unique<PlainIssuer>()).has_value() &&
           m_server->decideBy(agency, terms.compiled()).has_value();
}

void HomeNode::stop() { m_server.reset(); }

void HomeNode::decideAnew() { (void)m_server->decideBy(agency, terms.compiled()).has_value(); }

void HomeNode::takeNewEpoch(const Epoch& epoch) {
    stop();
    disk.restorePower();
    const auto db = sqlite::Connection::open(kLedgerFile, kLedgerKey, {sqlite::OpenMode::Existing, 0, disk.vfs()});
    if (!db || !(*db)->run("UPDATE head SET epoch = ?", epoch)) {
        throw std::runtime_error("no epoch can be set");
    }
}

std::uint64_t HomeNode::restore(const sqlite::MemoryDisk::Image& image, IdSource& ids, WallTime now) {
    stop();
    disk.restorePower();
    disk.load(image);
    const auto ledger =
        EmbeddedLedger::open(kLedgerFile, kLedgerKey, agency, disk.vfs(), EmbeddedLedger::Writing::ByTheCaller);
    std::uint64_t line = 0;
    const auto begun = ledger ? (*ledger)->write(WriteKind::Other,
                                                 [&](LedgerWrites& writes) -> Result<void> {
                                                     FS_TRY(restoring::beginAgain(writes, journal, ids, 0, now));
                                                     FS_ASSIGN(const auto head, writes.head());
                                                     line = head.line;
                                                     return ok();
                                                 })
                              : Result<void>{ledger.error()};
    if (!begun) {
        throw std::runtime_error("a backup does not come back: " + describe(begun.error()));
    }
    journal.push_back({now, restoring::Restored{0, line}});
    reconciling = true;
    return line;
}

// DeviceNode

DeviceNode::DeviceNode(std::string called, Principal principal, const WorldTime& time, std::uint64_t seed, Carry carry)
    : name(std::move(called)), who(std::move(principal)), clock(time), disk(seed), m_carry(std::move(carry)) {
    disk.load(emptyDevice());
}

DeviceNode::~DeviceNode() { shutDown(); }

bool DeviceNode::start() {
    shutDown();
    disk.restorePower();
    auto opened = DeviceStore::openWith(deviceKey(), kDeviceFolder, {m_codec, clock, {}, disk.vfs()});
    if (!opened) {
        return false;
    }
    m_store = std::move(*opened);
    m_store->belongsTo(who);
    m_engine = std::make_unique<SyncEngine>(*m_store, *this, clock, who.agency, nullptr, network);
    return true;
}

bool DeviceNode::damage(const std::string& sql) {
    shutDown();
    disk.restorePower();
    disk.makeRoom();
    disk.failSyncs(0);
    const auto key = deviceKey();
    const auto db = sqlite::Connection::open(kDeviceFile, key.view(), {sqlite::OpenMode::Existing, 0, disk.vfs()});
    if (!db || !(*db)->execute(sql.c_str())) {
        throw std::runtime_error("no damage can be done");
    }
    return (*db)->totalChanges() > 0;
}

void DeviceNode::shutDown() {
    m_engine.reset();
    m_store.reset();
}

void DeviceNode::becomes(const Principal& principal) {
    who = principal;
    if (m_store != nullptr) {
        m_store->belongsTo(who);
    }
}

Result<HttpAnswer> DeviceNode::post(const AgencyId& server, std::string_view verb, BytesView body,
                                    std::size_t maxAnswer) {
    return m_carry(*this, server, verb, body, maxAnswer);
}

// Looking at a disk

namespace {

// SQLCipher's page: [salt in place of the first 16 bytes of page 1] ciphertext | IV 16 | HMAC-SHA-256 32.
constexpr std::size_t kPage = sqlite::kPageBytes;
constexpr std::size_t kReserve = 16 + 32;
constexpr std::size_t kSalt = 16;
constexpr std::size_t kWalHeader = 32;
constexpr std::size_t kFrameHeader = 24;

std::string decrypted(const char* page, std::size_t from) {
    static const std::string key(32, '\7');
    const auto* raw = reinterpret_cast<const unsigned char*>(page);
    const std::size_t length = kPage - kReserve - from;
    std::string plain(length + 32, '\0');
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context{EVP_CIPHER_CTX_new(),
                                                                                  EVP_CIPHER_CTX_free};
    int written = 0;
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, reinterpret_cast<const unsigned char*>(key.data()),
                       raw + kPage - kReserve);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char*>(plain.data()), &written, raw + from,
                      static_cast<int>(length));
    plain.resize(static_cast<std::size_t>(written));
    return plain;
}

} // namespace

std::vector<std::string> decryptedPagesOf(const sqlite::MemoryDisk& disk) {
    std::vector<std::string> pages;
    const auto image = disk.image();
    if (const auto file = image.find(kDeviceFile); file != image.end()) {
        for (std::size_t at = 0; at + kPage <= file->second.size(); at += kPage) {
            pages.push_back(decrypted(file->second.data() + at, at == 0 ? kSalt : 0));
        }
    }
    if (const auto file = image.find(std::string{kDeviceFile} + "-wal"); file != image.end()) {
        const auto& wal = file->second;
        for (std::size_t at = kWalHeader; at + kFrameHeader + kPage <= wal.size(); at += kFrameHeader + kPage) {
            const bool first = wal[at] == 0 && wal[at + 1] == 0 && wal[at + 2] == 0 && wal[at + 3] == 1;
            pages.push_back(decrypted(wal.data() + at + kFrameHeader, first ? kSalt : 0));
        }
    }
    return pages;
}

} // namespace frontsheet::sim
