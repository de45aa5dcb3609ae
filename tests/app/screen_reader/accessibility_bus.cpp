#include "tests/app/screen_reader/accessibility_bus.h"

#include <chrono>
#include <cstddef>
#include <poll.h>

namespace frontsheet::testing {

namespace {

constexpr int kOneAnswer = 15000; // ms; a busy machine is slow
const Accessible kRegistry{"org.a11y.atspi.Registry", "/org/a11y/atspi/registry"};
const Accessible kDesktop{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"};
const Accessible kBusItself{"org.freedesktop.DBus", "/org/freedesktop/DBus"};

Words owned(GVariant* full) { return {full, g_variant_unref}; }

std::string taken(GError* error) {
    std::string said = error != nullptr ? error->message : "no reason given";
    g_clear_error(&error);
    return said;
}

std::string addressOfBus() {
    GError* error = nullptr;
    GDBusConnection* session = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &error);
    if (session == nullptr) {
        throw std::runtime_error("the session bus cannot be reached: " + taken(error));
    }
    g_dbus_connection_set_exit_on_close(session, FALSE); // the desktop goes before the test does
    GVariant* answer =
        g_dbus_connection_call_sync(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", nullptr,
                                    G_VARIANT_TYPE("(s)"), G_DBUS_CALL_FLAGS_NONE, kOneAnswer, nullptr, &error);
    g_object_unref(session);
    if (answer == nullptr) {
        throw std::runtime_error("there is no accessibility bus; is at-spi2-core installed? (./dev setup) " +
                                 taken(error));
    }
    const Words held = owned(answer);
    const char* address = nullptr;
    g_variant_get(held.get(), "(&s)", &address);
    return address;
}

// Of one batch of questions.
struct Batch {
    struct Slot {
        Batch* batch = nullptr;
        Words answer;
    };
    std::vector<Slot> slots;
    std::size_t open = 0;
    std::string fault;
};

void onAnswer(GObject* bus, GAsyncResult* result, void* data) {
    auto& slot = *static_cast<Batch::Slot*>(data);
    GError* error = nullptr;
    GVariant* answer = g_dbus_connection_call_finish(reinterpret_cast<GDBusConnection*>(bus), result, &error);
    if (answer != nullptr) {
        slot.answer = owned(answer);
    } else {
        slot.batch->fault = taken(error);
    }
    --slot.batch->open;
}

} // namespace

AccessibilityBus::AccessibilityBus(Changed changed, Told told)
    : m_changed(std::move(changed)), m_told(std::move(told)) {
    GError* error = nullptr;
    m_bus = g_dbus_connection_new_for_address_sync(
        addressOfBus().c_str(),
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr, nullptr, &error);
    if (m_bus == nullptr) {
        throw std::runtime_error("the accessibility bus cannot be reached: " + taken(error));
    }
    g_dbus_connection_signal_subscribe(m_bus, nullptr, "org.a11y.atspi.Event.Object", "StateChanged", nullptr, nullptr,
                                       G_DBUS_SIGNAL_FLAGS_NONE, &AccessibilityBus::onStateChanged, this, nullptr);
    g_dbus_connection_signal_subscribe(m_bus, nullptr, "org.a11y.atspi.Event.Object", nullptr, nullptr, nullptr,
                                       G_DBUS_SIGNAL_FLAGS_NONE, &AccessibilityBus::onEvent, this, nullptr);
    // Apps say nothing that nobody asked for.
    askFor("object:state-changed:focused");
    askFor("object:state-changed:showing");
    askFor("object:state-changed:checked");
    askFor("object:text-changed");
    askFor("object:property-change");
    askFor("object:announcement");
}

// The bus starts the registry for the first of these; on a busy machine it was seen to leave again and be started a second time.
void AccessibilityBus::askFor(const char* event) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    for (;;) {
        try {
            static_cast<void>(
                ask({kRegistry, "org.a11y.atspi.Registry", "RegisterEvent", words(g_variant_new("(s)", event))}));
            return;
        } catch (const Interrupted& why) {
            if (std::chrono::steady_clock::now() > deadline) {
                throw std::runtime_error(std::string("the accessibility registry does not stay: ") + why.what());
            }
        }
        ::poll(nullptr, 0, 50);
    }
}

AccessibilityBus::~AccessibilityBus() {
    g_dbus_connection_close_sync(m_bus, nullptr, nullptr);
    g_object_unref(m_bus);
}

void AccessibilityBus::onStateChanged(GDBusConnection*, const char* sender, const char* path, const char*, const char*,
                                      GVariant* words, void* self) {
    if (!g_variant_is_of_type(words, G_VARIANT_TYPE("(siiva{sv})")) &&
        !g_variant_is_of_type(words, G_VARIANT_TYPE("(siiv(so))"))) {
        return;
    }
    const Words state = owned(g_variant_get_child_value(words, 0));
    const Words gained = owned(g_variant_get_child_value(words, 1));
    if (g_variant_get_int32(gained.get()) != 0) {
        static_cast<AccessibilityBus*>(self)->m_changed(g_variant_get_string(state.get(), nullptr), {sender, path});
    }
}

void AccessibilityBus::onEvent(GDBusConnection*, const char*, const char*, const char*, const char* member,
                               GVariant* words, void* self) {
    gchar* all = g_variant_print(words, FALSE);
    static_cast<AccessibilityBus*>(self)->m_told(std::string(member) + ' ' + all);
    g_free(all);
}

std::vector<Words> AccessibilityBus::ask(const std::vector<Question>& questions) {
    Batch batch;
    batch.slots.resize(questions.size());
    batch.open = questions.size();
    for (std::size_t at = 0; at < questions.size(); ++at) {
        const Question& one = questions[at];
        batch.slots[at].batch = &batch;
        g_dbus_connection_call(m_bus, one.of.app.c_str(), one.of.path.c_str(), one.interface, one.member,
                               one.words.get(), nullptr, G_DBUS_CALL_FLAGS_NONE, kOneAnswer, nullptr, &onAnswer,
                               &batch.slots[at]);
    }
    while (batch.open > 0) {
        g_main_context_iteration(nullptr, TRUE); // each question ends by its own time at the latest
    }
    if (!batch.fault.empty()) {
        throw Interrupted(batch.fault);
    }
    std::vector<Words> answers;
    answers.reserve(batch.slots.size());
    for (auto& slot : batch.slots) {
        answers.push_back(std::move(slot.answer));
    }
    return answers;
}

std::vector<Accessible> AccessibilityBus::apps() {
    return accessiblesIn(ask({kDesktop, "org.a11y.atspi.Accessible", "GetChildren"}));
}

pid_t AccessibilityBus::process(const Accessible& app) {
    const Words answer = ask({kBusItself, "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                              words(g_variant_new("(s)", app.app.c_str()))});
    guint32 process = 0;
    g_variant_get(answer.get(), "(u)", &process);
    return static_cast<pid_t>(process);
}

void AccessibilityBus::turnEvents() {
    while (g_main_context_iteration(nullptr, FALSE) != 0) {
    }
}

Words words(GVariant* floating) { return owned(g_variant_ref_sink(floating)); }

std::vector<Accessible> accessiblesIn(const Words& answer) {
    if (!g_variant_is_of_type(answer.get(), G_VARIANT_TYPE("(a(so))"))) {
        throw Interrupted("an answer that is no list of things");
    }
    std::vector<Accessible> things;
    GVariantIter* each = nullptr;
    g_variant_get(answer.get(), "(a(so))", &each);
    const char* app = nullptr;
    const char* path = nullptr;
    while (g_variant_iter_next(each, "(&s&o)", &app, &path) != 0) {
        things.push_back({app, path});
    }
    g_variant_iter_free(each);
    return things;
}

std::string textIn(const Words& answer) {
    if (!g_variant_is_of_type(answer.get(), G_VARIANT_TYPE("(v)"))) {
        throw Interrupted("an answer that is no text");
    }
    const Words inside = owned(g_variant_get_child_value(answer.get(), 0));
    const Words text = owned(g_variant_get_variant(inside.get()));
    return g_variant_is_of_type(text.get(), G_VARIANT_TYPE_STRING) ? g_variant_get_string(text.get(), nullptr) : "";
}

} // namespace frontsheet::testing
