"""The Content-Security-Policy that visitors, editors and previews get."""


def policy(response) -> dict[str, str]:
    directives = response["Content-Security-Policy"].split(";")
    return {name: values for name, _space, values in (directive.strip().partition(" ") for directive in directives)}


def test_visitors_get_a_policy_without_inline_script_or_style(client, treatment_page, clinic):
    found = policy(client.get(treatment_page.url))
    assert found["script-src"] == found["style-src"] == "'self'"
    assert found["object-src"] == found["frame-ancestors"] == "'none'"


def test_admin_gets_what_wagtails_own_screens_need(client, admin_user):
    client.force_login(admin_user)
    found = policy(client.get("/admin/"))
    assert "'unsafe-inline'" in found["script-src"]
    assert found["frame-ancestors"] == "'self'"
    assert found["object-src"] == "'none'"


def test_preview_may_stand_in_the_admins_frame_and_is_strict_otherwise(client, admin_user, treatment_page, clinic):
    client.force_login(admin_user)
    treatment_page.save_revision()
    response = client.get(f"/admin/pages/{treatment_page.pk}/view_draft/")
    assert response.status_code == 200
    found = policy(response)
    assert found["frame-ancestors"] == "'self'"
    assert found["script-src"] == found["style-src"] == "'self'"
