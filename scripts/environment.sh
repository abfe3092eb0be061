# The surroundings in which checks and tests run: sourced by the scripts beside it.
PATH="$PWD/.venv/bin:$PATH"
SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(48))')
DATABASE_URL=${DATABASE_URL:-sqlite:///var/test.sqlite3}
DEBUG=false
ALLOWED_HOSTS='127.0.0.1,localhost,[::1]'
MEDIA_ROOT=var/test-media
export PATH SECRET_KEY DATABASE_URL DEBUG ALLOWED_HOSTS MEDIA_ROOT
# Test modules are rewritten for their assertions and kept compiled, unless this says no.
unset PYTHONDONTWRITEBYTECODE
