#include "app/viewmodels/error_wording.h"

#include <QCoreApplication>

namespace frontsheet {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Errors", text); }

} // namespace

ErrorWords wordsFor(const Error& error) { return wordsFor(error.code); }

ErrorWords wordsFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::WrongPassphrase:
        return {say(QT_TRANSLATE_NOOP("Errors", "That passphrase does not open this device.")),
                say(QT_TRANSLATE_NOOP("Errors", "Nothing was changed. Check capitals and try again."))};
    case ErrorCode::KeyFileDamaged:
        return {
            say(QT_TRANSLATE_NOOP("Errors", "The key file on this device is damaged.")),
            say(QT_TRANSLATE_NOOP("Errors", "Your passphrase may well be right. Nothing was changed. Take the device "
                                            "to your administrator: unsent work can be recovered."))};
    case ErrorCode::StoreDamaged:
        return {
            say(QT_TRANSLATE_NOOP("Errors", "The records on this device are damaged.")),
            say(QT_TRANSLATE_NOOP("Errors", "Nothing was deleted and nothing was recreated. Take the device to your "
                                            "administrator before using it again."))};
    case ErrorCode::StoreMissing:
        return {say(QT_TRANSLATE_NOOP("Errors", "The records that belong to this key are not here.")),
                say(QT_TRANSLATE_NOOP("Errors", "Nothing was created in their place. Ask your administrator."))};
    case ErrorCode::StoreNewer:
        return {say(QT_TRANSLATE_NOOP("Errors", "A newer Frontsheet wrote these records.")),
                say(QT_TRANSLATE_NOOP("Errors",
                                      "Update Frontsheet on this device, then open it again. Nothing was changed."))};
    case ErrorCode::StoreBusy:
        return {say(QT_TRANSLATE_NOOP("Errors", "Frontsheet is already open on this device.")),
                say(QT_TRANSLATE_NOOP("Errors", "Use the window that is open, or close it first."))};
    case ErrorCode::DiskFull:
        return {say(QT_TRANSLATE_NOOP("Errors", "This device is full, so this is not saved yet.")),
                say(QT_TRANSLATE_NOOP("Errors",
                                      "Your words stay on the screen. Free some space; it is saved at the next key "
                                      "you press."))};
    case ErrorCode::StoreFailed:
    case ErrorCode::DiskFailed:
        return {
            say(QT_TRANSLATE_NOOP("Errors", "This device could not save.")),
            say(QT_TRANSLATE_NOOP("Errors", "Your words stay on the screen. Try again; if it happens twice, write them "
                                            "down and ring your administrator."))};
    case ErrorCode::NotFound:
        return {say(QT_TRANSLATE_NOOP("Errors", "This is no longer on this device.")),
                say(QT_TRANSLATE_NOOP("Errors", "It may have been withdrawn, or you are no longer involved."))};
    case ErrorCode::Unreachable:
        return {say(QT_TRANSLATE_NOOP("Errors", "No signal.")),
                say(QT_TRANSLATE_NOOP("Errors", "Everything is safe on this device and goes out by itself."))};
    case ErrorCode::NotOurServer:
    case ErrorCode::ProxyRefused:
        return {
            say(QT_TRANSLATE_NOOP("Errors", "This network does not let Frontsheet through.")),
            say(QT_TRANSLATE_NOOP("Errors", "Sign in to the Wi-Fi or use another network. Everything is safe here."))};
    case ErrorCode::CertificateRejected:
        return {say(QT_TRANSLATE_NOOP("Errors", "The server does not accept this device.")),
                say(QT_TRANSLATE_NOOP("Errors", "Ring your administrator. Everything is safe here."))};
    case ErrorCode::Revoked:
        return {say(QT_TRANSLATE_NOOP("Errors", "This device's access has ended.")),
                say(QT_TRANSLATE_NOOP("Errors", "Unsent work is handed to your agency. Ring your administrator."))};
    case ErrorCode::ClockWrong:
        return {say(QT_TRANSLATE_NOOP("Errors", "The clock of this device is wrong.")),
                say(QT_TRANSLATE_NOOP("Errors",
                                      "Set date and time, then it connects by itself. Everything is safe here."))};
    case ErrorCode::ServerFailed:
    case ErrorCode::ServerBusy:
        return {say(QT_TRANSLATE_NOOP("Errors", "The server is not answering well.")),
                say(QT_TRANSLATE_NOOP("Errors", "It is tried again by itself. Everything is safe here."))};
    case ErrorCode::NotPermitted:
        return {say(QT_TRANSLATE_NOOP("Errors", "This is not yours to change.")),
                say(QT_TRANSLATE_NOOP("Errors", "Ask the agency that holds it."))};
    case ErrorCode::WrongState:
        return {say(QT_TRANSLATE_NOOP("Errors", "It has moved on in the meantime.")),
                say(QT_TRANSLATE_NOOP("Errors", "Look at where it stands now, then decide."))};
    case ErrorCode::Immutable:
        return {say(QT_TRANSLATE_NOOP("Errors", "A finished note is never changed.")),
                say(QT_TRANSLATE_NOOP("Errors", "Add to it, or mark it entered in error."))};
    case ErrorCode::Missing:
        return {say(QT_TRANSLATE_NOOP("Errors", "Something that is needed is still empty.")),
                say(QT_TRANSLATE_NOOP("Errors", "Fill it in and try again."))};
    case ErrorCode::Duplicate:
        return {say(QT_TRANSLATE_NOOP("Errors", "What is there already stops this.")),
                say(QT_TRANSLATE_NOOP("Errors", "The lines above say what. Your words stay on the screen."))};
    case ErrorCode::Conflict:
        return {say(QT_TRANSLATE_NOOP("Errors", "Someone else changed the same thing.")),
                say(QT_TRANSLATE_NOOP("Errors", "Both versions are kept until someone settles them."))};
    case ErrorCode::NeedsReason:
        return {
            say(QT_TRANSLATE_NOOP("Errors", "This tablet has not heard from the agency that shared this for a while.")),
            say(QT_TRANSLATE_NOOP("Errors",
                                  "Open it from the person's front sheet and say why you need it, or connect."))};
    case ErrorCode::OutOfContact:
        return {say(QT_TRANSLATE_NOOP("Errors", "Hidden: this tablet has not heard from the agency that shared this.")),
                say(QT_TRANSLATE_NOOP("Errors", "Connect to see it again. What you wrote is safe and will be sent."))};
    case ErrorCode::ProfileClosed:
        return {
            say(QT_TRANSLATE_NOOP("Errors", "This profile is closed.")),
            say(QT_TRANSLATE_NOOP("Errors", "Your agency has ended this device's access. Everything on it is gone."))};
    case ErrorCode::TooLarge:
        return {say(QT_TRANSLATE_NOOP("Errors", "This is too long.")),
                say(QT_TRANSLATE_NOOP("Errors", "Shorten it, or write a second note."))};
    case ErrorCode::ImpossibleDate:
        return {say(QT_TRANSLATE_NOOP("Errors", "That date cannot be right.")),
                say(QT_TRANSLATE_NOOP("Errors", "Put it right and try again."))};
    default:
        return {say(QT_TRANSLATE_NOOP("Errors", "Something went wrong (number %1).")).arg(static_cast<int>(code)),
                say(QT_TRANSLATE_NOOP("Errors", "What was saved before is safe. Tell your administrator the number."))};
    }
}

ErrorWords wordsForAsking(ErrorCode code) {
    auto words = wordsFor(code);
    switch (code) {
    case ErrorCode::Unreachable:
        words.text = say(QT_TRANSLATE_NOOP("Errors", "This needs the server, so nothing was done yet. What you typed "
                                                     "stays here: try again where there is signal, or ring."));
        break;
    case ErrorCode::NotOurServer:
    case ErrorCode::ProxyRefused:
        words.text = say(QT_TRANSLATE_NOOP("Errors", "This needs the server, so nothing was done yet. Sign in to the "
                                                     "Wi-Fi or use another network, then try again."));
        break;
    case ErrorCode::ServerFailed:
    case ErrorCode::ServerBusy:
        words.text = say(QT_TRANSLATE_NOOP("Errors", "It may not have been done. What you typed stays here: try again "
                                                     "in a minute, or ring. Asking twice does nothing twice."));
        break;
    default:
        break;
    }
    return words;
}

} // namespace frontsheet
