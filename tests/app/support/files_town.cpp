#include "tests/app/support/files_town.h"

#include "core/domain/attachment.h"
#include "core/domain/attachment_limits.h"
#include "core/domain/schema/contact_note.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <functional>

namespace frontsheet::testing {

namespace {

constexpr std::uint64_t kPhotoBytes = 6'100'000;

Bytes drawn() {
    QImage picture(800, 600, QImage::Format_RGB32);
    picture.fill(QColor(0xC9, 0x9B, 0x86));
    QPainter pen(&picture);
    pen.setRenderHint(QPainter::Antialiasing);
    pen.setPen(Qt::NoPen);
    pen.setBrush(QColor(0x9A, 0x3B, 0x32));
    pen.drawEllipse(QRectF(300, 210, 210, 150));
    pen.setBrush(QColor(0x6E, 0x22, 0x20));
    pen.drawEllipse(QRectF(350, 250, 100, 70));
    pen.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "JPEG");
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

class Shelves {
public:
    explicit Shelves(Kitley& kitley) : m_kitley(kitley), m_picture(drawn()) {}

    using Change = std::function<void(FileOnRecord&)>;
    void put(Record& record, const char* author, AttachedAs as, const char* name, const char* description,
             const Change& change) {
        Attachment said;
        ++m_count;
        said.address.bytes.fill(m_count);
        said.key.bytes.fill(static_cast<std::uint8_t>(0x40 | m_count));
        said.as = as;
        said.media = as == AttachedAs::Document    ? MediaType::Pdf
                     : as == AttachedAs::Signature ? MediaType::Png
                                                   : MediaType::Jpeg;
        const Bytes bytes = as == AttachedAs::Document ? Bytes{"%PDF-1.4 a letter"} + Bytes(340'000, ' ') : m_picture;
        FileOnRecord lies;
        lies.record = record.id;
        lies.home = record.home;
        lies.own = record.home == m_kitley.me.agency && WorkerId{author} == m_kitley.me.worker;
        lies.here = true;
        lies.size = said.size = bytes.size();
        change(lies);
        said.size = lies.size;
        lies.address = said.address;
        lies.chunksHere = lies.here ? lies.chunks() : lies.chunksHere;
        said.byAgency = record.home;
        said.by = WorkerId{author};
        said.addedAt = record.occurredAt + std::chrono::minutes{m_count % 8};
        said.name = name;
        said.description = description;
        auto all = attachmentsOf(record);
        all.push_back(said);
        putAttachments(record, all);
        m_kitley.attached.files[said.address] = {bytes, lies};
    }

private:
    Kitley& m_kitley;
    Bytes m_picture;
    std::uint8_t m_count = 0x20;
};

} // namespace

void attachFiles(Kitley& kitley) {
    Shelves shelves(kitley);
    for (Record note : kitley.notesAbout(kitley.edith)) {
        if (note.fields.get(contact_note::kAuthor) == WorkerId{"W001"}) {
            shelves.put(note, "W001", AttachedAs::Photo, "IMG_20260911_101502.jpg",
                        "The pendant where it hangs by the bed", [](FileOnRecord&) {});
            shelves.put(note, "W001", AttachedAs::Document,
                        "Discharge letter from the ward to the surgery and to the community nurses, final version, "
                        "signed and scanned.pdf",
                        "", [](FileOnRecord&) {});
            shelves.put(note, "W001", AttachedAs::Photo, "IMG_20260911_101533.jpg", "", [](FileOnRecord& lies) {
                lies.size = kPhotoBytes;
                lies.here = false;
                lies.chunksHere = 5;
            });
            shelves.put(note, "W001", AttachedAs::Photo, "IMG_20260911_101547.jpg", "The step at the back door",
                        [](FileOnRecord& lies) {
                            lies.here = false;
                            lies.trouble = ErrorCode::NotFound;
                        });
            shelves.put(note, "W001", AttachedAs::Document, "care-plan-scan.pdf", "The plan as she signed it",
                        [](FileOnRecord& lies) {
                            lies.size = 22'000'000;
                            lies.here = false;
                            lies.trouble = ErrorCode::DiskFull;
                        });
            kitley.store.hold(note);
        } else if (note.id == kitley.drawnUpNote) {
            shelves.put(note, "W110", AttachedAs::Photo, "IMG_20260911_093011.jpg", "Left lower leg, dressing off",
                        [](FileOnRecord& lies) { lies.sent = true; });
            shelves.put(note, "W110", AttachedAs::Photo, "IMG_20260911_093020.jpg", "The same, from the side",
                        [](FileOnRecord& lies) {
                            lies.size = kPhotoBytes;
                            lies.chunksSent = 9;
                        });
            shelves.put(note, "W110", AttachedAs::Signature, "signature.png", "Signature, typed: Edith Marlowe",
                        [](FileOnRecord& lies) { lies.trouble = ErrorCode::Malformed; });
            shelves.put(note, "W110", AttachedAs::Photo, "IMG_20260911_093044.jpg", "Her chart",
                        [](FileOnRecord& lies) { lies.trouble = ErrorCode::ServerFailed; });
            kitley.store.hold(note);
        }
    }
    Record draft = kitley.notesAbout(kitley.edith).front();
    draft.id = kitley.ids.timeOrdered<RecordId>(kitley.clock.now());
    draft.person = kitley.ivy;
    draft.home = kitley.me.agency;
    draft.author = kitley.me.worker;
    draft.authorAgency = kitley.me.agency;
    draft.fields = {};
    draft.fields.put(contact_note::kText, std::string{"All four walls of the bathroom, for the adaptations team."});
    draft.fields.put(contact_note::kState, std::string{"draft"});
    draft.fields.put(contact_note::kKind, std::string{"visit"});
    draft.fields.put(contact_note::kAuthor, kitley.me.worker);
    for (std::size_t at = 0; at < attachment_limits::kMaxPerRecord; ++at) {
        shelves.put(draft, "W110", AttachedAs::Photo, "IMG_20260914_150312.jpg",
                    at % 2 == 0 ? "Bathroom" : "Anystaffellygwynebllanfairpwllgwyngyllgogerychwyrndrobwll",
                    [](FileOnRecord&) {});
    }
    kitley.store.hold(draft);
}

} // namespace frontsheet::testing
