# Ganvas kiosk page with lighttpd, for images of i.MX boards and others (Yocto 4.0 "kirkstone" or newer, systemd).
# Put ganvas-board.zip (Export page, or `npm run board:bundle`) into files/ beside this recipe, add
#   IMAGE_INSTALL:append = " ganvas-board"
# and a browser: cog (meta-webkit) or chromium-ozone-wayland (meta-browser). See board/README.md.
SUMMARY = "Generator of images as a kiosk page"
LICENSE = "MIT"
LIC_FILES_CHKSUM = "file://${COMMON_LICENSE_DIR}/MIT;md5=0835ade698e0bcf8506ecda2f7b4f302"

SRC_URI = "file://ganvas-board.zip"
S = "${WORKDIR}/ganvas-board"

inherit allarch systemd useradd

USERADD_PACKAGES = "${PN}"
GROUPADD_PARAM:${PN} = "--system ganvas; --system ganvas-kiosk"
USERADD_PARAM:${PN} = "--system -g ganvas -d /var/lib/ganvas -s /sbin/nologin ganvas; \
                       --system -g ganvas-kiosk -d /var/lib/ganvas-kiosk -s /sbin/nologin ganvas-kiosk"

SYSTEMD_SERVICE:${PN} = "ganvas-server.service ganvas-certificate.service ganvas-kiosk.service ganvas-tidy.timer"

# Only openssl's command makes the certificate at the first start; the key is never part of the image.
RDEPENDS:${PN} = "lighttpd lighttpd-module-alias lighttpd-module-auth lighttpd-module-authn-file \
                  lighttpd-module-openssl lighttpd-module-redirect lighttpd-module-rewrite lighttpd-module-setenv \
                  lighttpd-module-webdav lighttpd-module-access openssl-bin"

do_configure[noexec] = "1"
do_compile[noexec] = "1"

do_install() {
    sh ${S}/install.sh --root ${D} --server lighttpd
    # The class systemd enables the units, useradd makes the users.
    rm -rf ${D}${sysconfdir}/systemd ${D}${nonarch_libdir}/sysusers.d
    if [ "${systemd_system_unitdir}" != "${nonarch_libdir}/systemd/system" ]; then
        install -d ${D}${systemd_system_unitdir}
        mv ${D}${nonarch_libdir}/systemd/system/* ${D}${systemd_system_unitdir}/
        rmdir ${D}${nonarch_libdir}/systemd/system ${D}${nonarch_libdir}/systemd
    fi
    chown -R ganvas:ganvas ${D}${localstatedir}/lib/ganvas
    chgrp ganvas ${D}${sysconfdir}/ganvas/credentials ${D}${sysconfdir}/ganvas/tls
}

FILES:${PN} += "${datadir}/ganvas ${nonarch_libdir}/ganvas ${nonarch_libdir}/tmpfiles.d ${systemd_system_unitdir} \
                ${localstatedir}/lib/ganvas"
CONFFILES:${PN} = "${sysconfdir}/ganvas/credentials ${sysconfdir}/ganvas/board.json ${sysconfdir}/ganvas/kiosk.env"
